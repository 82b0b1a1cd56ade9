import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { DOUBTFUL_PARENTS } from '../studio/proof/doubtful/registry';
import { UNSAFE_PARENTS } from '../studio/proof/unsafe-parents';
import { runToEnd } from './run-command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'proof-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with an unsafe parent in it. */
function unsafeParent(title: string): string {
  const file = path.join(folder, 'parent.json');
  writeFileSync(file, JSON.stringify(UNSAFE_PARENTS[title]?.definition));
  return file;
}

describe('npm run prove', () => {
  test('proves the shipped flows and exits 0', async () => {
    const { code, stdout } = await runToEnd('prove', ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ status: 'proven', violations: [], cost: { texts: 2 } },
      otpByReply: { status: 'proven' },
    });
  });

  test('writes the call that refutes a parent, and npm run call plays it', async () => {
    const parent = unsafeParent('success on noMatch');
    const script = path.join(folder, 'script.json');
    const svg = path.join(folder, 'proof.svg');
    const proof = await runToEnd('prove', ['--parent', parent, '--script', script, '--svg', svg]);
    expect(readFileSync(svg, 'utf8')).toContain('Proof: refuted');
    expect(proof.code).toBe(1);
    expect(proof.stdout).toContain('✗ no-bypass');
    expect(proof.stderr).toContain(`npm run call -- --script ${script} --parent ${parent}`);
    expect(JSON.parse(readFileSync(script, 'utf8'))).toMatchObject({ from: expect.any(String) as string });

    const call = await runToEnd('call', ['--parent', parent, '--script', script, '--json']);
    const result: unknown = JSON.parse(call.stdout);
    expect(result).toMatchObject({
      heard: expect.arrayContaining([expect.stringContaining('your own service')]) as [],
    });
    expect(result).not.toMatchObject({ status: 'approved' });
  });

  test('plays the call of a parent that calls our functions itself', async () => {
    const { definition } = DOUBTFUL_PARENTS['an approval before the second code'] ?? {};
    const parent = path.join(folder, 'by-hand.json');
    const script = path.join(folder, 'by-hand-script.json');
    writeFileSync(parent, JSON.stringify(definition));
    expect((await runToEnd('prove', ['--parent', parent, '--script', script])).code).toBe(1);
    const call = await runToEnd('call', ['--parent', parent, '--script', script, '--json']);
    const result: unknown = JSON.parse(call.stdout);
    expect(result).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ widget: 'success' })]) as [],
    });
  });

  test('says that it is not proven when it gives up', async () => {
    const { code, stdout } = await runToEnd('prove', ['--states', '10']);
    expect(code).toBe(1);
    expect(stdout).toContain('Not proven: there are more than 10 states.');
  });

  test.each([
    [['--parent', 'no-such-file.json'], 2, 'Cannot read the flow'],
    [['--protect', 'nowhere'], 1, 'No widget is named "nowhere"'],
    [['--subflow', `FW${'a'.repeat(32)}`], 1, 'No widget runs the subflow'],
    [['--states', '10', '--svg', '/nowhere/at/all.svg'], 1, 'Cannot write "/nowhere/at/all.svg"'],
  ])('says what to mend for %j', async (argv, exitCode, sentence) => {
    const { code, stderr } = await runToEnd('prove', argv);
    expect(code).toBe(exitCode);
    expect(stderr).toContain(sentence);
  });
});

describe('npm run studio -- check', () => {
  test('finds no problem in the shipped flows', async () => {
    const flows = ['verify-subflow', 'parent-ivr'].map((name) => `studio/flows/${name}.json`);
    const { code, stdout } = await runToEnd('studio', ['check', ...flows]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problem in 2 flow(s).\n' });
  });

  test('names the place of a problem and exits 1', async () => {
    const file = path.join(folder, 'broken.json');
    writeFileSync(
      file,
      JSON.stringify({
        initial_state: 'Trigger',
        states: [{ name: 'Trigger', type: 'hangup', transitions: [], properties: {} }],
      }),
    );
    const { code, stdout } = await runToEnd('studio', ['check', file]);
    expect(code).toBe(1);
    expect(stdout).toContain('broken.json: #/states/0/type: does not have a value in the enumeration');
  });

  test('reads a flow with a byte order mark', async () => {
    const file = path.join(folder, 'marked.json');
    writeFileSync(file, `\uFEFF${readFileSync('studio/flows/parent-ivr.json', 'utf8')}`);
    expect(await runToEnd('studio', ['check', file])).toMatchObject({ code: 0 });
  });

  test('refuses JSON that is nested without end', async () => {
    const file = path.join(folder, 'deep.json');
    writeFileSync(file, `{"description":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    const { code, stderr } = await runToEnd('studio', ['check', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('nested more than 200 levels deep');
  });

  test('looks at what a parent passes to its subflow from both sides', async () => {
    const files = ['parent-ivr', 'verify-subflow'].map((name) => {
      const file = path.join(folder, `${name}.json`);
      const text = readFileSync(`studio/flows/${name}.json`, 'utf8');
      writeFileSync(
        file,
        text.replaceAll('trigger.parent.parameters.to', 'trigger.parent.parameters.number'),
      );
      return file;
    });
    const { code, stdout } = await runToEnd('studio', ['check', ...files]);
    expect(code).toBe(1);
    expect(stdout).toContain('the subflow does not read "to"');
    expect(stdout).toContain('no parent passes "number"');
  });

  test('checks the other files where one cannot be read', async () => {
    const files = ['no-such-file.json', 'studio/flows/parent-ivr.json', 'README.md'];
    const { code, stdout, stderr } = await runToEnd('studio', ['check', ...files]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'No problem in 1 flow(s).\n' });
    expect(stderr).toContain('Cannot read the flow "no-such-file.json"');
    expect(stderr).toContain('Cannot read the flow "README.md": it is not JSON');
    const inJson = await runToEnd('studio', ['check', ...files, '--json']);
    expect(JSON.parse(inJson.stdout)).toMatchObject({ code: 'unreadable-file', problems: [] });
  });

  test('refuses anything else with 2', async () => {
    expect((await runToEnd('studio', ['dance', 'x.json'])).code).toBe(2);
    expect((await runToEnd('studio', [])).code).toBe(2);
  });
});
