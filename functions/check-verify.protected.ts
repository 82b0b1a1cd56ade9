import { checkVerification } from './lib/check-verification.private';
import { createEndpoint } from './lib/endpoint.private';
import { createIvrProver } from './lib/otp/ivr-proof.private';
import { readCheckRequest } from './lib/requests.private';

/** `POST /check-verify` {to, code}: says whether the code is the one that was sent to the phone. Called by Studio. */
export const handler = createEndpoint({
  name: 'check-verify',
  read: readCheckRequest,
  act: checkVerification,
  prover: createIvrProver,
});
