import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { descendantsOf, untilGone } from './processes';
import { runScript, runToEnd, startCommand } from './run-command';

// Each command starts Node, loads the SDK and builds the project, on a machine that does other things too.
jest.setTimeout(60_000);

const FROM = '+14155550100';

describe('npm run demo', () => {
  test('shows a verified caller and exits with 0', async () => {
    const { code, stdout, stderr } = await runToEnd('demo', []);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const story = [
      /calls \+14155550199/,
      /IVR {3}Hello/,
      /code is: \d{6}/,
      /You {3}(\d ){5}\d/,
      /number is verified/,
      /✔ Verified/,
    ];
    const places = story.map((pattern) => stdout.search(pattern));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('prints one JSON object with --json', async () => {
    const { code, stdout, stderr } = await runToEnd('demo', ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'completed', status: 'approved', verified: 'true' });
    expect(stderr).toContain('✔ Verified');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'makes no call after %s and leaves no process',
    async (signal) => {
      const demo = startCommand('demo', []);
      await demo.until(/A caller is verified/);
      // Whatever it has started by now; the signal may come before the first of them.
      const processes = descendantsOf(demo.child.pid);
      demo.child.kill(signal);
      const { code, stdout, stderr } = await demo.finished;
      expect({ code, stderr }).toEqual({ code: 1, stderr: 'Stopped.\n' });
      expect(stdout.trim()).toMatch(/^A caller is verified[^\n]*$/);
      await untilGone(processes);
    },
  );

  test('ends quietly when nobody reads on', async () => {
    const demo = startCommand('demo', []);
    await demo.until(/A caller is verified/);
    demo.child.stdout.destroy();
    expect(await demo.finished).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('npm run call', () => {
  test('prints what happened as one JSON object', async () => {
    const { code, stdout } = await runToEnd('call', ['--from', FROM, '--json']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toEqual({
      outcome: 'completed',
      status: 'approved',
      verified: 'true',
      attempts: '1',
      heard: expect.arrayContaining([expect.stringMatching(/^Hello/)]),
      messages: [{ to: FROM, body: expect.stringMatching(/\d{6}/) }],
      steps: expect.arrayContaining([{ flow: 'parent-ivr', widget: 'success', event: 'audioComplete' }]),
      seconds: expect.any(Number),
    });
  });

  test('ends well with a caller who is rightly turned away', async () => {
    const { code, stdout } = await runToEnd('call', ['--from', 'anonymous', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'completed',
      status: 'invalid_number',
      verified: 'false',
      messages: [],
    });
  });

  test('plays a script from standard input', async () => {
    const script = { from: FROM, steps: [{ hears: 'key in' }, { hangsUp: true }] };
    const { code, stdout } = await runToEnd('call', ['--script', '-', '--json'], JSON.stringify(script));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'hung-up', status: '' });
  });

  test('calls another number of the IVR with --to', async () => {
    const { code, stdout } = await runToEnd('call', ['--from', FROM, '--to', '+14155550142']);
    expect(code).toBe(0);
    expect(stdout).toContain('calls +14155550142');
  });

  test('exits with 1 when the call goes otherwise', async () => {
    const script = { from: FROM, steps: [{ hears: 'nobody says this' }] };
    const { code, stdout } = await runToEnd('call', ['--script', '-', '--json'], JSON.stringify(script));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'failed',
      problem: expect.stringContaining('step 1'),
    });
  });

  test.each<[string, string[], string]>([
    ['nobody who calls', [], '--from +14155550100'],
    ['a number that is none', ['--from', '12'], "'12'"],
    ['a caller that is none', ['--from', 'banana'], "'banana'"],
    ['an option that is none', ['--form', FROM], '--form'],
    ['a script that is not there', ['--script', 'no/such.json'], '"no/such.json"'],
    ['a script that is no JSON', ['--script', '-'], 'is not JSON'],
  ])('exits with 2 for %s', async (_name, argv, mentioned) => {
    const { code, stdout, stderr } = await runToEnd('call', argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(mentioned);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('every command', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'commands-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  test.each([
    ['demo', []],
    ['call', ['--from', FROM]],
    ['start', []],
  ])('%s names the broken line of .env without its value', async (name, argv) => {
    const file = path.join(directory, '.env');
    writeFileSync(file, 'LOOKUP_LINE_TYPE=true\nAUTH_TOKEN="hunter2\n');
    const { code, stderr } = await runToEnd(name, [...argv, '--env', file]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot read \.env: line 2 [^\n]*AUTH_TOKEN[^\n]*\n$/);
    expect(stderr).not.toContain('hunter2');
  });

  test('sends people without packages to npm ci', async () => {
    const lastResort = path.resolve('scripts/command-line/last-resort.ts');
    const script = path.join(directory, 'without-packages.ts');
    writeFileSync(script, `import ${JSON.stringify(lastResort)};\nimport 'a-package-that-is-not-there';\n`);
    const { code, stderr } = await runScript(script);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Cannot find the package "a-package-that-is-not-there": run "npm ci" in the project's folder, then try again.\n`,
    });
  });

  test.each(['demo', 'call', 'start'])('%s explains itself with --help', async (name) => {
    const { code, stdout } = await runToEnd(name, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--env <file>');
  });
});
