import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import { flow } from '../support/flows';
import { say } from '../support/widgets';
import { runToEnd, startCommand, type Running } from './run-command';

const folder = mkdtempSync(path.join(tmpdir(), 'flow-tests-'));

const commands: Running[] = [];

/** A command that is ended with the tests, however they end. */
function started(argv: readonly string[]): Running {
  const command = startCommand('studio', argv);
  commands.push(command);
  return command;
}

afterAll(() => {
  for (const { child } of commands) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const definition: FlowDefinition = flow(say('hello', 'bye'), say('bye'));
const script = { trigger: { call: {} } };

/** A folder of its own with `menu.json` and what else is given. */
function files(name: string, others: Readonly<Record<string, unknown>>): string {
  const place = path.join(folder, name);
  for (const [file, content] of Object.entries({ 'menu.json': definition, ...others })) {
    const target = path.join(place, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return place;
}

/** A test of `menu.json` that expects what it says. */
function hearing(...heard: readonly string[]): object {
  return { flow: 'menu.json', script, expect: { heard } };
}

describe('npm run studio -- test', () => {
  test('exits 0 when all is as expected, in whatever folder', async () => {
    const below = { ...hearing('This is hello.', 'This is bye.'), flow: '../../menu.json' };
    const place = files('good', { 'a/b/menu.flow-test.json': below });
    const { code, stdout } = await runToEnd('studio', ['test', place]);
    expect({ code, stdout: stdout.split('\n').slice(1) }).toEqual({
      code: 0,
      stdout: ['  ✓ menu', '', '1 file: 1 passed.', ''],
    });
  });

  test('exits 1 and shows what differs', async () => {
    const place = files('different', { 'menu.flow-test.json': hearing('This is hello.') });
    const { code, stdout } = await runToEnd('studio', ['test', place]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '  ✗ menu\n      heard:\n          This is hello.\n        + This is bye.\n\n1 file: 0 passed, 1 failed.\n',
    );
  });

  test('exits 2 with every problem of tests and flows, and runs the others', async () => {
    const place = files('broken', {
      'a.flow-test.json': '{',
      'b.flow-test.json': { flow: 'menu.json', script, expect: { said: [] } },
      'c.flow-test.json': { ...hearing(), flow: 'nowhere/menu.json' },
      'd.flow-test.json': hearing('This is hello.', 'This is bye.'),
    });
    const { code, stdout } = await runToEnd('studio', ['test', place]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/✗ #: is not JSON[^]*✗ #\/expect\/said: means nothing[^]*✗ #\/flow: Cannot read/);
    expect(stdout).toContain('4 files: 1 passed, 3 could not be run.');
  });

  test('exits 2 where there are no tests', async () => {
    const { code, stderr } = await runToEnd('studio', ['test', files('none', {})]);
    expect({ code, says: stderr.includes('There is no *.flow-test.json below') }).toEqual({
      code: 2,
      says: true,
    });
  });

  test('writes JUnit XML and prints JSON', async () => {
    const place = files('reports', { 'menu.flow-test.json': hearing('This is hello.') });
    const junit = path.join(place, 'junit.xml');
    const { code, stdout } = await runToEnd('studio', ['test', place, '--junit', junit, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 0,
      failed: 1,
      broken: 0,
      files: [{ cases: [{ name: 'menu', differences: [{ part: 'heard' }] }] }],
    });
    expect(readFileSync(junit, 'utf8')).toMatch(/^<\?xml [^]*<failure message="not as expected: heard">/);
  });

  test('runs again only what a saved file decides over', async () => {
    const place = files('watched', {
      'menu.flow-test.json': hearing('This is hello.'),
      'other.json': definition,
      'other.flow-test.json': { ...hearing('This is hello.', 'This is bye.'), flow: 'other.json' },
    });
    const { child, finished, until } = started(['test', place, '--watch']);
    await until(/2 files: 1 passed, 1 failed\./);
    writeFileSync(path.join(place, 'menu.json'), JSON.stringify(flow(say('hello'))));
    await until(/\n1 file: 1 passed\./);
    child.kill('SIGINT');
    expect((await finished).code).toBe(0);
  });
});

describe('npm run studio -- run --watch', () => {
  test('runs again when the flow is saved, also after a broken one', async () => {
    const place = files('running', { 'script.json': script });
    const file = path.join(place, 'menu.json');
    const argv = ['run', file, '--script', path.join(place, 'script.json'), '--watch'];
    const { child, finished, until } = started(argv);
    await until(/This is bye\./);
    writeFileSync(file, JSON.stringify(flow(say('hello', 'nowhere'))));
    const stopped = new Promise<void>((resolve) => {
      child.stderr.once('data', () => {
        resolve();
      });
    });
    await stopped;
    writeFileSync(file, JSON.stringify(flow(say('morning'))));
    await until(/This is morning\./);
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 0, stderr: expect.stringContaining('"nowhere"') });
  });

  test('cannot watch standard input', async () => {
    const place = files('input', {});
    const argv = ['run', path.join(place, 'menu.json'), '--script', '-', '--watch'];
    expect((await runToEnd('studio', argv)).code).toBe(2);
  });
});
