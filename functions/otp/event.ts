import type { Guess } from '../lib/otp/guess.private';
import { checkingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readEvent } from '../lib/otp/otp-requests.private';
import { raiseEvent } from '../lib/otp/raise-event.private';

/** What `POST /otp/event` reads and does. */
export const endpoint: OtpEndpoint<Guess> = {
  name: 'otp/event',
  isChange: true,
  read: readEvent,
  act: raiseEvent,
};

/** `POST /otp/event?requestId=…&eventName=code` {code}: hands in a code; the status tells what came of it. */
export const handler = createOtpEndpoint(endpoint, otpTools(checkingEngines));
