import { createEndpoint } from './lib/endpoint.private';
import { readStartRequest } from './lib/requests.private';
import { startVerification } from './lib/start-verification.private';

/** `POST /start-verify` {to, channel?, locale?, callSid?}: has a code sent to a phone. Called by Studio. */
export const handler = createEndpoint({
  name: 'start-verify',
  read: readStartRequest,
  act: startVerification,
});
