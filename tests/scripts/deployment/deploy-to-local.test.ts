import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LOCAL_PHONE_NUMBER, deployToLocal } from '../../../scripts/deployment/deploy-to-local';
import { rehearsalAccount } from './rehearsal-account';
import type { RehearsalAccount } from './rehearsal-account';

const FUNCTION = 'functions/start-verify.protected.ts';

describe('deployToLocal', () => {
  let account: RehearsalAccount;
  let projectDirectory: string;
  let installed: string[];
  beforeEach(async () => {
    account = await rehearsalAccount();
    installed = [];
    projectDirectory = mkdtempSync(path.join(tmpdir(), 'project-'));
    cpSync('studio/flows', path.join(projectDirectory, 'studio/flows'), { recursive: true });
    mkdirSync(path.join(projectDirectory, 'functions'));
    for (const name of ['start-verify', 'check-verify']) {
      writeFileSync(
        path.join(projectDirectory, `functions/${name}.protected.ts`),
        'export const handler = 1;\n',
      );
    }
  });
  afterEach(async () => {
    rmSync(projectDirectory, { recursive: true });
    await account.stop();
  });
  const deploy = () =>
    deployToLocal(
      {
        client: () => account.client,
        functions: {
          install: ({ directory, domain }) => {
            expect(directory).toBe(path.join(projectDirectory, 'dist'));
            installed.push(domain);
            return Promise.resolve();
          },
          domains: () => installed,
        },
      },
      { projectDirectory },
    );

  test('gives the account its number and leads it to the parent', async () => {
    expect(await deploy()).toMatchObject({ status: 'deployed', phoneNumber: LOCAL_PHONE_NUMBER });
    const [number, ...others] = account.store.phoneNumbers.values();
    expect(others).toEqual([]);
    expect(number?.phoneNumber).toBe(LOCAL_PHONE_NUMBER);
    expect(number?.voiceUrl).toMatch(/\/Flows\/FW[0-9a-f]{32}$/);
  });

  test('installs again and publishes nothing the second time', async () => {
    await deploy();
    await deploy();
    expect(installed).toHaveLength(2);
    expect([...account.store.flows.values()].map((flow) => flow.revisions.length)).toEqual([1, 1]);
    expect(account.store.phoneNumbers.size).toBe(1);
  });

  test('leaves the old version alone when a function cannot be built', async () => {
    await deploy();
    const before = account.changes.length;
    writeFileSync(path.join(projectDirectory, FUNCTION), 'const = 1;\n');
    expect(await deploy()).toEqual({
      status: 'build-failed',
      problems: [expect.stringMatching(/^Cannot build functions\/start-verify\.protected\.ts:1:\d+: /)],
    });
    expect(installed).toHaveLength(1);
    expect(account.changes.slice(before)).toEqual([]);
  });

  test('leaves the old version alone when a flow is broken', async () => {
    await deploy();
    writeFileSync(path.join(projectDirectory, 'studio/flows/parent-ivr.json'), '{');
    expect(await deploy()).toEqual({
      status: 'flows-broken',
      problems: [expect.stringMatching(/^Cannot deploy studio\/flows\/parent-ivr\.json: not JSON/)],
    });
    expect(installed).toHaveLength(1);
  });

  test('names a function that a flow needs and nobody wrote', async () => {
    rmSync(path.join(projectDirectory, 'functions/check-verify.protected.ts'));
    expect(await deploy()).toEqual({
      status: 'refused',
      problems: [expect.stringMatching(/^Cannot deploy Verify subflow .*no function at "\/check-verify"/)],
    });
  });
});
