import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { codeIn } from '../../scripts/calls/expand-keys';
import type { LocalTwilio } from '../../scripts/emulator/local-twilio';
import { startLocalTwilio } from '../../scripts/emulator/local-twilio';
import type { Finished } from './run-command';

// Processes that load TypeScript and the SDK, build the project and prove its flows.
jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, '../..');
const NUMBER = '+14155550199';
const PHONE = '+14155550100';

describe('npm run plan, deploy, smoke and destroy', () => {
  let twilio: LocalTwilio;
  let projectDirectory: string;
  let changes: string[];
  beforeEach(async () => {
    twilio = await startLocalTwilio({ clock: 'real', buildMilliseconds: 0 });
    twilio.addPhoneNumber(NUMBER);
    changes = [];
    twilio.onRequest(({ method, host, path: urlPath }) => {
      if (method !== 'GET') changes.push(`${method} ${host}${urlPath}`);
    });
    projectDirectory = mkdtempSync(path.join(tmpdir(), 'project-'));
    for (const part of ['scripts', 'studio', 'functions', 'assets', 'package.json', 'tsconfig.json']) {
      cpSync(path.join(ROOT, part), path.join(projectDirectory, part), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(projectDirectory, 'node_modules'));
  });
  afterEach(async () => {
    await twilio.stop();
    rmSync(projectDirectory, { recursive: true });
  });

  /** Runs a command of the copied project, led to the local Twilio; `settings` come over its credentials. */
  function run(
    name: string,
    argv: readonly string[] = [],
    settings: Readonly<Record<string, string>> = {},
  ): { readonly finished: Promise<Finished>; readonly answer: (line: string) => void } {
    const env = {
      PATH: process.env['PATH'],
      NO_COLOR: '1',
      ACCOUNT_SID: twilio.account.sid,
      AUTH_TOKEN: twilio.account.authToken,
      LOCAL_TWILIO_PORT: String(twilio.port),
      NODE_OPTIONS: `--require ${path.join(ROOT, 'dist/emulator/preload.cjs')}`,
      ...settings,
    };
    let answer: (line: string) => void = () => undefined;
    const finished = new Promise<Finished>((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', `scripts/${name}.ts`, ...argv],
        { cwd: projectDirectory, env },
        (_error, stdout, stderr) => {
          resolve({ code: child.exitCode, stdout, stderr });
        },
      );
      answer = (line) => child.stdin?.end(`${line}\n`);
    });
    return { finished, answer };
  }
  const end = (...invocation: Parameters<typeof run>): Promise<Finished> => run(...invocation).finished;

  test('bring the project to an account, and take it away again', async () => {
    const planned = await end('plan', ['--phone-number', NUMBER]);
    expect(planned).toMatchObject({ code: 1, stderr: '' });
    expect(planned.stdout).toMatch(/create {3}Serverless service "phone-verification": there is none/);
    expect(changes).toEqual([]);

    const first = await end('deploy', ['--yes', '--phone-number', NUMBER]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/created {2}Parent flow "parent-ivr \(dev\)"/);
    expect(first.stdout).toMatch(/https:\/\/console\.twilio\.com\/\S+\/flows\/FW[0-9a-f]{32}/);
    expect(first.stdout).toContain(`Call ${NUMBER}: it leads to "parent-ivr (dev)".`);

    changes.length = 0;
    const second = await end('deploy', ['--phone-number', NUMBER, '--json']);
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({ status: 'deployed', environment: 'dev' });
    expect(await end('plan', ['--phone-number', NUMBER])).toMatchObject({ code: 0 });
    expect(changes).toEqual([]);

    const smoke = run('smoke', ['--to', PHONE]);
    const stop = twilio.onMessage((message) => smoke.answer(codeIn(message.body) ?? ''));
    expect(await smoke.finished).toMatchObject({
      code: 0,
      stdout: 'Verified: the deployed functions work.\n',
    });
    stop();

    const destroyed = await end('destroy', ['--environment', 'dev', '--yes']);
    expect(destroyed).toMatchObject({ code: 0, stderr: '' });
    const { store } = twilio;
    expect([store.flows.size, store.serverlessServices.size, store.verifyServices.size]).toEqual([0, 0, 0]);
    expect([...store.phoneNumbers.values()]).toEqual([
      expect.objectContaining({ phoneNumber: NUMBER, voiceUrl: '' }),
    ]);
  });

  test('change nothing where nobody is there to confirm', async () => {
    const refused = await end('deploy');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('add --yes');
    expect(changes).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no account', { ACCOUNT_SID: '' }, 'ACCOUNT_SID'],
    ['no token', { AUTH_TOKEN: '' }, 'AUTH_TOKEN'],
    ['half an API key', { API_KEY: `SK${'1'.repeat(32)}` }, 'API_KEY_SECRET'],
    ['a token that is none', { AUTH_TOKEN: 'hunter2' }, 'AUTH_TOKEN'],
    ['the token of another account', { AUTH_TOKEN: '0'.repeat(32) }, 'mend AUTH_TOKEN'],
  ])('name the setting to mend: %s', async (_name, settings, mentioned) => {
    const { code, stdout, stderr } = await end('plan', [], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(mentioned);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/hunter2|0{32}/);
  });

  test('say why a deployment failed, and end with 1', async () => {
    appendFileSync(path.join(projectDirectory, 'functions/start-verify.protected.ts'), '\nconst = 1;\n');
    const { code, stderr } = await end('deploy', ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot build functions\/start-verify\.protected\.ts:\d+:\d+: /);
    expect(changes).toEqual([]);
  });

  test.each([
    ['plan', ['--environment', 'No Such']],
    ['deploy', ['--phone-number', '12']],
    ['destroy', []],
    ['smoke', []],
  ])('%s refuses wrong usage with 2', async (name, argv) => {
    expect(await end(name, argv)).toMatchObject({ code: 2, stdout: '' });
  });
});
