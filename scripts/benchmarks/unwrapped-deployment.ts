import { readFile } from 'node:fs/promises';

import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';

import { interceptTwilio } from '../emulator/interception/intercept-twilio';
import type { LocalTwilio } from '../emulator/local-twilio';
import { readRoutes } from '../emulator/runtime/routes';

/** Deploys built functions and assets with the toolkit's client, unmodified: what our own deployment is measured beside. */
export async function deployUnwrapped(local: LocalTwilio, builtDirectory: string): Promise<void> {
  const { sid: username, authToken: password } = local.account;
  const stopIntercepting = interceptTwilio({ port: local.port });
  try {
    await new TwilioServerlessApiClient({ username, password }).deployProject({
      username,
      password,
      env: {},
      pkgJson: { dependencies: { '@twilio/runtime-handler': '2.0.1', twilio: '6.2.0' } },
      serviceName: 'phone-verification',
      functionsEnv: 'dev',
      functions: await resourcesIn(builtDirectory, 'function'),
      assets: await resourcesIn(builtDirectory, 'asset'),
      overrideExistingService: true,
      runtime: 'node22',
    });
  } finally {
    stopIntercepting();
  }
}

async function resourcesIn(directory: string, kind: 'function' | 'asset') {
  const routes = (await readRoutes(directory)).filter((route) => route.kind === kind);
  return Promise.all(
    routes.map(async ({ path, access, file }) => ({
      name: path,
      path,
      access,
      content: await readFile(file),
    })),
  );
}
