import type { Wait } from '../account';

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 5000;
const DEADLINE_MILLISECONDS = 10 * 60 * 1000;

/** How waiting for a build ended. */
export type BuildEnding = 'completed' | 'failed' | 'too-slow';

/**
 * Asks for a build's status, with growing pauses, until it is `completed` or `failed`
 * (https://www.twilio.com/docs/serverless/api/resource/build/build-status), for ten minutes of waiting at most. Throws what
 * `fetchStatus` throws.
 */
export async function waitForBuild(wait: Wait, fetchStatus: () => Promise<string>): Promise<BuildEnding> {
  let waited = 0;
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS)) {
    const status = await fetchStatus();
    if (status === 'completed' || status === 'failed') return status;
    if (waited >= DEADLINE_MILLISECONDS) return 'too-slow';
    await wait(pause);
    waited += pause;
  }
}
