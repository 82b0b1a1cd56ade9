import { playCall } from '../../../scripts/calls/play-call';
import type { LocalTwilio } from '../../../scripts/emulator/local-twilio';
import { RIGHT_CODE_STEPS } from '../../../scripts/terminal-phone/right-code';

/** Calls a number and keys in the right code; the caller is verified, or the test fails. */
export async function callVerified(twilio: LocalTwilio, to: string): Promise<void> {
  const result = await playCall(twilio, { from: '+14155550100', to, steps: RIGHT_CODE_STEPS });
  expect(result).toMatchObject({ outcome: 'completed', status: 'approved', verified: 'true' });
}
