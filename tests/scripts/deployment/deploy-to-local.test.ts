import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LOCAL_PHONE_NUMBER, deployToLocal } from '../../../scripts/deployment/deploy-to-local';
import { startLocalTwilio } from '../../../scripts/emulator/local-twilio';
import type { LocalTwilio } from '../../../scripts/emulator/local-twilio';
import { callVerified } from './call-verified';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const FUNCTION = 'functions/start-verify.protected.ts';

describe('deployToLocal', () => {
  let twilio: LocalTwilio;
  let projectDirectory: string;
  beforeEach(async () => {
    twilio = await startLocalTwilio({ clock: 'virtual' });
    projectDirectory = mkdtempSync(path.join(tmpdir(), 'project-'));
    for (const part of ['studio/flows', 'functions', 'package.json']) {
      cpSync(part, path.join(projectDirectory, part), { recursive: true });
    }
    symlinkSync(path.resolve('node_modules'), path.join(projectDirectory, 'node_modules'));
  });
  afterEach(async () => {
    await twilio.stop();
    rmSync(projectDirectory, { recursive: true });
  });
  const deploy = () => deployToLocal(twilio, { projectDirectory });
  const stateOf = () => ({
    revisions: [...twilio.store.flows.values()].map((flow) => flow.revisions.length),
    builds: [...twilio.store.serverlessServices.values()].map((service) => service.builds.size),
    numbers: twilio.store.phoneNumbers.size,
  });

  test('gives the account its number, and callers a verification', async () => {
    expect(await deploy()).toMatchObject({ status: 'deployed', phoneNumber: LOCAL_PHONE_NUMBER });
    expect([...twilio.store.phoneNumbers.values()].map(({ phoneNumber }) => phoneNumber)).toEqual([
      LOCAL_PHONE_NUMBER,
    ]);
    await callVerified(twilio, LOCAL_PHONE_NUMBER);
  });

  test('names who the message says that it is from', async () => {
    await deployToLocal(twilio, { projectDirectory, verifyFriendlyName: 'Example' });
    expect([...twilio.store.verifyServices.values()].map(({ friendlyName }) => friendlyName)).toEqual([
      'Example',
    ]);
  });

  test('builds and publishes nothing the second time', async () => {
    await deploy();
    const before = stateOf();
    expect((await deploy()).status).toBe('deployed');
    expect(stateOf()).toEqual(before);
  });

  test('leaves the old version alone when a function cannot be built', async () => {
    await deploy();
    const before = stateOf();
    writeFileSync(path.join(projectDirectory, FUNCTION), 'const = 1;\n');
    expect(await deploy()).toEqual({
      status: 'build-failed',
      problems: [expect.stringMatching(/^Cannot build functions\/start-verify\.protected\.ts:1:\d+: /)],
    });
    expect(stateOf()).toEqual(before);
    await callVerified(twilio, LOCAL_PHONE_NUMBER);
  });

  test('leaves the old version alone when a flow is broken', async () => {
    await deploy();
    const before = stateOf();
    writeFileSync(path.join(projectDirectory, 'studio/flows/parent-ivr.json'), '{');
    expect(await deploy()).toEqual({
      status: 'flows-broken',
      problems: [expect.stringMatching(/^Cannot deploy studio\/flows\/parent-ivr\.json: not JSON/)],
    });
    expect(stateOf()).toEqual(before);
  });

  test('names a function that a flow needs and nobody wrote', async () => {
    rmSync(path.join(projectDirectory, 'functions/check-verify.protected.ts'));
    expect(await deploy()).toEqual({
      status: 'refused',
      problems: [expect.stringMatching(/^Cannot deploy Verify subflow .*no function at "\/check-verify"/)],
    });
  });
});
