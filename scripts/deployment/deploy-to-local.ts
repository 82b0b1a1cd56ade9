import path from 'node:path';
import type { Twilio } from 'twilio';

import { buildProject } from '../bundling/build-project';
import type { Wait } from './account';
import type { Progress } from './plan/run-steps';
import { createAccount } from './create-account';
import type { Deployment } from './deploy';
import { deploy } from './deploy';
import type { Outputs } from './outputs';
import { printTroubles } from './plan/print-deployment';
import { readWant } from './read-want';

/** What a local deployment needs of the local Twilio; the emulator's `LocalTwilio` has all of it. */
export interface LocalTarget {
  readonly client: () => Twilio;
  /** Where it listens: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Lets its time pass, whichever kind of time that is. */
  readonly wait: Wait;
}

/** What to deploy, and how. */
export interface LocalDeployOptions {
  /** Absolute path of the project: the folder with `functions/` and `studio/`. */
  readonly projectDirectory: string;
  /** A finished build to deploy, as an absolute path; by default the project is built into its `dist`. */
  readonly builtDirectory?: string;
  /** The number that callers dial, E.164; the account gets it when it does not hold it. +14155550199 by default. */
  readonly phoneNumber?: string;
  /** Optional variables of the functions: VERIFY_RATE_LIMIT, LOOKUP_LINE_TYPE. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Deploys the reply flow too; not by default. */
  readonly otpByReply?: boolean;
  /** Who the text message says that it is from; see `WantOptions`. */
  readonly verifyFriendlyName?: string;
  /** `prod` by default: names as customers see them. */
  readonly environment?: string;
  readonly progress?: Progress;
}

/** What runs where; or, one sentence each, why the local Twilio stays as it was (`refused`: as far as it got). */
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

/** Nothing to be gained by chance here: half of each longest pause. */
const NO_CHANCE = (): number => 0.5;

/**
 * Builds the project and deploys it to a local Twilio with the very code that deploys to an account. Doing it again
 * redeploys: only what changed is uploaded and published.
 */
export async function deployToLocal(
  target: LocalTarget,
  options: LocalDeployOptions,
): Promise<LocalDeployment> {
  const phoneNumber = options.phoneNumber ?? LOCAL_PHONE_NUMBER;
  const {
    projectDirectory,
    variables = {},
    environment = 'prod',
    verifyFriendlyName,
    otpByReply = false,
  } = options;
  const builtDirectory = options.builtDirectory ?? path.join(projectDirectory, 'dist');
  if (options.builtDirectory === undefined) {
    const build = await buildProject({ rootDirectory: projectDirectory, outputDirectory: builtDirectory });
    if (build.status === 'failed')
      return { status: 'build-failed', problems: build.problems.map((problem) => `Cannot build ${problem}`) };
  }
  const read = await readWant({
    ...{ projectDirectory, builtDirectory, environment, phoneNumber, variables, otpByReply },
    ...(verifyFriendlyName !== undefined && { verifyFriendlyName }),
  });
  if (read.kind === 'problems')
    return { status: 'flows-broken', problems: read.problems.map((problem) => `Cannot deploy ${problem}`) };

  const client = target.client();
  await holdNumber(client, phoneNumber);
  const { wait, url } = target;
  const account = createAccount({ client, wait, random: NO_CHANCE, uploadOrigin: url });
  const deployment = await deploy(account, read.want, options.progress);
  if (deployment.status !== 'deployed') return { status: 'refused', problems: printTroubles(deployment) };
  return { status: 'deployed', phoneNumber, outputs: deployment.outputs, deployment };
}

/** On an account a number is bought by a person; here it costs nothing. */
async function holdNumber(client: Twilio, phoneNumber: string): Promise<void> {
  const held = await client.incomingPhoneNumbers.list({ phoneNumber });
  if (held.some((number) => number.phoneNumber === phoneNumber)) return;
  await client.incomingPhoneNumbers.create({ phoneNumber });
}
