import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';

import { interceptTwilio } from '../emulator/interception/intercept-twilio';
import type { LocalTwilio } from '../emulator/local-twilio';

/** Deploys built functions with the toolkit's client, unmodified: what our own deployment is measured beside. */
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
      functions: await functionsIn(path.join(builtDirectory, 'functions')),
      assets: [],
      overrideExistingService: true,
      runtime: 'node22',
    });
  } finally {
    stopIntercepting();
  }
}

async function functionsIn(directory: string) {
  const files = await readdir(directory);
  return Promise.all(
    files.map(async (file) => {
      const name = `/${file.replace('.protected.js', '')}`;
      const content = await readFile(path.join(directory, file));
      return { name, path: name, access: 'protected' as const, content };
    }),
  );
}
