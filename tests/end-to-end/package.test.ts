import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { flow, state } from '../support/flows';
import { say } from '../support/widgets';
import { readSource } from '../structure/source-files';

const ROOT = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
const consumer = path.join(folder, 'consumer');
const installed = path.join(consumer, 'node_modules', 'twilio-phone-verification');

/** What packing needs of the project. */
const SOURCES = ['package.json', 'LICENSE', 'README.md', 'scripts', 'studio', 'functions'];

interface Ended {
  readonly code: number;
  readonly output: string;
}

async function run(program: string, argv: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, argv, { cwd, shell: program === 'npm' }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: stdout + stderr });
    });
  });
}

const menu = flow(
  state('ask', 'gather-input-on-call', { say: 'One or two?' }, { keypress: 'bye', timeout: 'ask' }),
  say('bye'),
);

/** The flow of the example in the documentation. */
const sales = flow(
  state(
    'ask_hours',
    'make-http-request',
    {
      method: 'GET',
      url: 'https://example.com/hours',
      content_type: 'application/x-www-form-urlencoded;charset=utf-8',
    },
    { success: 'menu', failed: 'sorry' },
  ),
  state(
    'menu',
    'gather-input-on-call',
    { say: 'For sales press 1.', timeout: 5 },
    { keypress: 'sales', timeout: 'bye' },
  ),
  state('sales', 'say-play', {
    say: 'Sales is {% if widgets.ask_hours.parsed.open %}open{% else %}closed{% endif %}.',
  }),
  say('bye'),
  say('sorry'),
);

const CASES = `
test('a call', () => {
  const call = startCall('menu.json', { from: '+14155550100' });
  assert.deepEqual(call.heard, ['One or two?']);
  assert.equal(call.press('1').ended, 'completed');
  assert.throws(() => call.hangUp(), { name: 'FlowTestError', message: /has ended/ });
});
`;

const TYPED = `
import { FlowTestError, startCall, startRequest, type Answer, type FlowRun } from 'twilio-phone-verification/studio';
const answer: Answer = { status: 200, body: { ok: true } };
const call: FlowRun = startCall({ states: [] }, { http: ({ url }) => (url === '' ? undefined : answer), pauseAt: ['a'] });
const heard: readonly string[] = call.press('1').heard;
const ended: 'completed' | 'waiting' | 'hungUp' | 'failed' = startRequest('x.json', { subflows: { FW1: 'y.json' } }).ended;
export const all = [heard, ended, FlowTestError, call.result().steps[0]?.widget];
// @ts-expect-error keys are a text
call.press(1);
// @ts-expect-error there is no such option
startCall('x.json', { form: '+14155550100' });
`;

beforeAll(async () => {
  // Packed from a copy, so that tests that build the project beside this one do not take the library away.
  const copy = path.join(folder, 'project');
  mkdirSync(copy);
  for (const source of SOURCES) cpSync(path.join(ROOT, source), path.join(copy, source), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], copy);
  if (packed.code !== 0) throw new Error(packed.output);
  // What `npm install` does with a package that needs nothing else; the library needs none of `dependencies`.
  mkdirSync(installed, { recursive: true });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'nothing was packed';
  const unpacked = await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], folder);
  if (unpacked.code !== 0) throw new Error(unpacked.output);
  writeFileSync(path.join(consumer, 'package.json'), '{"name": "consumer", "private": true}');
  writeFileSync(path.join(consumer, 'menu.json'), JSON.stringify(menu));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the package', () => {
  test('works where modules are required', async () => {
    const head = `const test = require('node:test'); const assert = require('node:assert');
const { startCall } = require('twilio-phone-verification/studio');`;
    writeFileSync(path.join(consumer, 'menu.test.cjs'), head + CASES);
    const { code, output } = await run(process.execPath, ['--test', 'menu.test.cjs'], consumer);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/pass 1/) });
  });

  test('works where modules are imported', async () => {
    const head = `import test from 'node:test'; import assert from 'node:assert';
import { startCall } from 'twilio-phone-verification/studio';`;
    writeFileSync(path.join(consumer, 'menu.test.mjs'), head + CASES);
    const { code, output } = await run(process.execPath, ['--test', 'menu.test.mjs'], consumer);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/pass 1/) });
  });

  test.each(['typed.mts', 'typed.cts'])('has types for %s', async (file) => {
    writeFileSync(path.join(consumer, file), TYPED);
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'node16'];
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await run(process.execPath, [tsc, ...options, file], consumer)).toEqual({ code: 0, output: '' });
  });

  test('brings the command along', async () => {
    const content = { flow: 'menu.json', script: { trigger: { call: {} } }, expect: { ended: 'waiting' } };
    writeFileSync(path.join(consumer, 'menu.flow-test.json'), JSON.stringify(content));
    const command = path.join(installed, 'dist/library/command.js');
    const { code, output } = await run(process.execPath, [command, 'test', '.'], consumer);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('1 file: 1 passed.') });
  });

  test('opens one door', async () => {
    const deep = `require('twilio-phone-verification/dist/library/studio.js')`;
    expect((await run(process.execPath, ['-e', deep], consumer)).output).toContain(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
  });

  test('does what docs/studio-library.md shows', async () => {
    const [, example = ''] = /```js\n([^]*?)```/.exec(readSource('docs/studio-library.md').text) ?? [];
    writeFileSync(path.join(consumer, 'example.test.mjs'), example);
    mkdirSync(path.join(consumer, 'flows'), { recursive: true });
    writeFileSync(path.join(consumer, 'flows/menu.json'), JSON.stringify(sales));
    const { code, output } = await run(process.execPath, ['--test', 'example.test.mjs'], consumer);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/fail 0/) });
  });
});
