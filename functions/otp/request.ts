import { sendingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readRequestToSend } from '../lib/otp/otp-requests.private';
import type { RequestToSend } from '../lib/otp/planned-request.private';
import { requestCode } from '../lib/otp/request-code.private';

/** What `POST /otp/request` reads and does. */
export const endpoint: OtpEndpoint<RequestToSend> = {
  name: 'otp/request',
  isChange: true,
  read: readRequestToSend,
  act: requestCode,
};

/** `POST /otp/request` {phoneNumber, purpose?, channel?, locale?}: texts a code, and says where to verify and manage it. */
export const handler = createOtpEndpoint(endpoint, otpTools(sendingEngines));
