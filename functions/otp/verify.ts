import type { Guess } from '../lib/otp/guess.private';
import { checkingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readGuess } from '../lib/otp/otp-requests.private';
import { readyToProve } from '../lib/otp/proof.private';
import { verifyCode } from '../lib/otp/verify-code.private';

/** What `POST /otp/verify` reads and does. */
export const endpoint: OtpEndpoint<Guess> = {
  name: 'otp/verify',
  isChange: true,
  read: readGuess,
  act: async (guess, call) => verifyCode(guess, call, await readyToProve(call.tools)),
};

/** `POST /otp/verify` {requestId, code, purpose?}: says whether the code is right; a right one works once. */
export const handler = createOtpEndpoint(endpoint, otpTools(checkingEngines));
