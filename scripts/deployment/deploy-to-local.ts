import path from 'node:path';
import type { Twilio } from 'twilio';

import { buildProject } from '../bundling/build-project';
import type { Deployment } from './deploy';
import { deploy } from './deploy';
import { localFunctions } from './local-functions';
import type { LocalFunctionsHost } from './local-functions';
import type { Outputs } from './outputs';
import { printTroubles } from './print-deployment';
import { readWant } from './read-want';

/** What a local deployment needs of the local Twilio; the emulator's `LocalTwilio` has all of it. */
export interface LocalTarget {
  readonly client: () => Twilio;
  readonly functions: LocalFunctionsHost;
}

/** What to deploy, and how. */
export interface LocalDeployOptions {
  /** Absolute path of the project: the folder with `functions/` and `studio/`. */
  readonly projectDirectory: string;
  /** The number that callers dial, E.164; the account gets it when it does not hold it. +14155550199 by default. */
  readonly phoneNumber?: string;
  /** Optional variables of the functions: VERIFY_RATE_LIMIT, LOOKUP_LINE_TYPE. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What runs where; or, one sentence each, why the local Twilio stays as it was (`failed`: as far as it got). */
export type LocalDeployment =
  | {
      readonly status: 'deployed';
      readonly phoneNumber: string;
      readonly outputs: Outputs;
      readonly deployment: Deployment;
    }
  | { readonly status: 'build-failed' | 'flows-broken' | 'refused'; readonly problems: readonly string[] };

/** A number that is reserved for fiction. */
export const LOCAL_PHONE_NUMBER = '+14155550199';

/**
 * Builds the project and deploys it to a local Twilio with the very code that deploys to an account; only the
 * functions go straight into the local platform. Doing it again redeploys: unchanged flows keep their revision.
 */
export async function deployToLocal(
  target: LocalTarget,
  options: LocalDeployOptions,
): Promise<LocalDeployment> {
  const phoneNumber = options.phoneNumber ?? LOCAL_PHONE_NUMBER;
  const { projectDirectory, variables = {} } = options;
  const read = await readWant({ projectDirectory, phoneNumber, variables });
  if (read.kind === 'problems')
    return { status: 'flows-broken', problems: read.problems.map((problem) => `Cannot deploy ${problem}`) };
  const outputDirectory = path.join(projectDirectory, 'dist');
  const build = await buildProject({ rootDirectory: projectDirectory, outputDirectory });
  if (build.status === 'failed')
    return { status: 'build-failed', problems: build.problems.map((problem) => `Cannot build ${problem}`) };

  const client = target.client();
  await holdNumber(client, phoneNumber);
  const files = build.files.map((file) => file.path);
  const account = { client, functions: localFunctions(target.functions, outputDirectory, files) };
  const deployment = await deploy(account, read.want);
  if (deployment.status !== 'deployed') return { status: 'refused', problems: printTroubles(deployment) };
  return { status: 'deployed', phoneNumber, outputs: deployment.outputs, deployment };
}

/** On an account a number is bought by a person; here it costs nothing. */
async function holdNumber(client: Twilio, phoneNumber: string): Promise<void> {
  const held = await client.incomingPhoneNumbers.list({ phoneNumber });
  if (held.some((number) => number.phoneNumber === phoneNumber)) return;
  await client.incomingPhoneNumbers.create({ phoneNumber });
}
