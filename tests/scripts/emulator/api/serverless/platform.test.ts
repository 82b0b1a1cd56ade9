import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServerlessPlatform } from '../../../../../scripts/emulator/api/serverless/platform';
import type { FunctionsEnvironment } from '../../../../../scripts/emulator/runtime/functions-host';
import { startLocalTwilio } from '../../../../support/local-twilio';
import { aBuild } from './arrange';

describe('createServerlessPlatform', () => {
  test('writes a build once, and removes it when it stops', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'platform-'));
    const installed: FunctionsEnvironment[] = [];
    const functions = {
      install: async (environment: FunctionsEnvironment) => void installed.push(environment),
      uninstall: async () => undefined,
    };
    const platform = createServerlessPlatform({ functions, temporaryDirectory: directory });

    const twilio = await startLocalTwilio();
    const { service, serviceSid, buildSid } = await aBuild(twilio);
    for (const suffix of ['one', 'two'])
      await service.environments.create({ uniqueName: suffix, domainSuffix: suffix });
    await twilio.stop();
    const stored = twilio.context.store.serverlessServices.get(serviceSid);
    if (stored === undefined) throw new Error('The service is not in the store');
    for (const environment of stored.environments.values())
      await platform.apply(stored, Object.assign(environment, { buildSid }));

    expect(installed.map(({ domain }) => domain.replace(/\d{4}/, '#'))).toEqual([
      'example-#-one.twil.io',
      'example-#-two.twil.io',
    ]);
    expect(new Set(installed.map((each) => each.directory)).size).toBe(1);
    expect(await readdir(directory)).toHaveLength(1);
    await platform.stop();
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });
});
