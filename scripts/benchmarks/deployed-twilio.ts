import { deployToLocal } from '../deployment/deploy-to-local';
import type { LocalTwilio, LocalTwilioOptions } from '../emulator/local-twilio';
import { startLocalTwilio } from '../emulator/local-twilio';

/** What a benchmark works on: a local Twilio with the project deployed to it. */
export interface Deployed {
  readonly local: LocalTwilio;
  /** The number of the IVR. */
  readonly phoneNumber: string;
  readonly verifyServiceSid: string;
  /** Where the functions answer. */
  readonly domain: string;
}

/** Runs work on a freshly deployed local Twilio and ends it, whatever happens. `variables` are those of the functions. */
export async function withDeployed<T>(
  clock: LocalTwilioOptions['clock'],
  projectDirectory: string,
  work: (deployed: Deployed) => Promise<T>,
  variables: Readonly<Record<string, string>> = {},
): Promise<T> {
  const local = await startLocalTwilio({ clock, seed: 'bench' });
  try {
    const result = await deployToLocal(local, { projectDirectory, variables });
    if (result.status !== 'deployed') throw new Error(result.problems.join('; '));
    const { verifyServiceSid, environment } = result.outputs;
    if (verifyServiceSid === undefined || environment === undefined)
      throw new Error('The deployment is incomplete');
    const { phoneNumber } = result;
    return await work({ local, phoneNumber, verifyServiceSid, domain: environment.domain });
  } finally {
    await local.stop();
  }
}
