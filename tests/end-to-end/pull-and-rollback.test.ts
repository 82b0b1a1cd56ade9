import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import { withProperties } from '../scripts/deployment/edit-flow';
import { atVersion, installation, type Installation } from '../scripts/deployment/installation';
import type { Finished } from './run-command';

// Processes that load TypeScript and the SDK.
jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, '../..');

describe('npm run pull, version-flows and rollback', () => {
  let here: Installation;
  beforeEach(async () => {
    here = await installation();
    for (const part of ['scripts', 'studio', 'functions', 'tsconfig.json']) {
      // The flows are there already.
      cpSync(part, path.join(here.projectDirectory, part), { recursive: true, force: false });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(here.projectDirectory, 'node_modules'));
  });
  afterEach(() => here.stop());

  /** Runs a command of the copied project, led to the local Twilio. */
  function run(name: string, ...argv: readonly string[]): Promise<Finished> {
    const { account, port } = here.twilio;
    const env = {
      PATH: process.env['PATH'],
      NO_COLOR: '1',
      ACCOUNT_SID: account.sid,
      AUTH_TOKEN: account.authToken,
      LOCAL_TWILIO_PORT: String(port),
      NODE_OPTIONS: `--require ${path.join(ROOT, 'dist/emulator/preload.cjs')}`,
    };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', `scripts/${name}.ts`, ...argv],
        { cwd: here.projectDirectory, env },
        (_error, stdout, stderr) => {
          resolve({ code: child.exitCode, stdout, stderr });
        },
      );
    });
  }

  const sayHi = (flow: FlowDefinition) => withProperties(flow, 'welcome', { say: 'Hi.' });

  test('bring a console edit into the repository', async () => {
    await here.deploy();
    await here.editInConsole('parent-ivr', sayHi);
    const pulled = await run('pull');
    expect(pulled).toMatchObject({ code: 0, stderr: '' });
    expect(pulled.stdout.split('\n')).toEqual([
      '  kept     verify-subflow: the file is as revision 1 in the account',
      '  pulled   parent-ivr: revision 2',
      expect.stringMatching(/^ {11}changed {2}welcome {2}say {2}Hello, .* → Hi\.$/),
      expect.stringMatching(
        /^ {2}parent-ivr is not what version 1\.0\.0 was: raise the version in its description/,
      ),
      '',
    ]);

    const refused = await run('version-flows');
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^kept {6}verify-subflow /) as string,
    });
    expect(refused.stderr).toMatch(/^parent-ivr is not what version 1\.0\.0 was/);

    here.edit('parent-ivr', atVersion('1.0.1'));
    const recorded = await run('version-flows', '--json');
    expect(recorded.code).toBe(0);
    expect(JSON.parse(recorded.stdout)).toMatchObject({
      flows: [{ kind: 'recorded' }, { kind: 'new', name: 'parent-ivr', version: '1.0.1' }, {}],
    });
    expect((await here.deploy()).status).toBe('deployed');
  });

  test('refuse what would lose work, and say how to go on', async () => {
    await here.deploy();
    await here.editInConsole('parent-ivr', sayHi);
    here.edit('parent-ivr', atVersion('2.0.0'));
    const refused = await run('pull', '--json');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^Cannot pull parent-ivr: .* would be lost: .* add --force/);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      ...{ status: 'refused', environment: 'dev', flows: [{ kind: 'same' }, {}] },
    });
    expect((await run('pull', '--force')).code).toBe(0);
    expect((await run('pull', '--environment', 'stage')).stderr).toBe(
      'Cannot pull: There is no environment "stage" in this account: deploy first, or name another --environment.\n',
    );
  });

  test('go back to a version, and list them', async () => {
    await here.deploy();
    here.edit('parent-ivr', (flow) => atVersion('2.0.0')(sayHi(flow)));
    await here.deploy();
    const unknown = await run('rollback', '--to', '3.0.0');
    expect(unknown).toMatchObject({ code: 1, stdout: '\n  Nothing was changed.\n' });
    const build = await here.runningBuild();
    expect(unknown.stderr.split('\n')).toEqual([
      'Cannot roll back: there is no version 3.0.0.',
      'There are, newest first:',
      `  verify-subflow@1.0.0 with parent-ivr@2.0.0 (revision 2 of parent-ivr, build ${build})`,
      `  1.0.0 (revision 1 of parent-ivr, build ${build})`,
      '',
    ]);

    const unconfirmed = await run('rollback', '--to', '1.0.0');
    expect(unconfirmed.code).toBe(2);
    expect(unconfirmed.stderr).toContain('publishes version 1.0.0 in place of version 2.0.0');
    expect(here.revisions('parent-ivr')).toHaveLength(2);

    const done = await run('rollback', '--to', '1.0.0', '--yes', '--json');
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      status: 'rolled-back',
      environment: 'dev',
      release: `1.0.0 (revision 1 of parent-ivr, build ${build})`,
      steps: [{ status: 'kept' }, { status: 'done' }, { status: 'kept' }],
    });
    expect(here.revisions('parent-ivr').at(-1)?.commitMessage).toMatch(/^parent-ivr@1\.0\.0 /);
  });

  test('explain what Twilio refuses without a stack', async () => {
    await here.deploy();
    here.twilio.faults.add({
      host: 'studio.twilio.com',
      effect: { kind: 'answer', status: 403, code: 20003, message: 'Permission denied' },
    });
    const failed = await run('rollback', '--to', '1.0.0', '--yes');
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toMatch(
      /^Cannot read the account: Studio does not let these credentials do that \(studio\.twilio\.com, HTTP 403.*\(Twilio error 20003\)\.\n$/,
    );
  });
});
