import { sendingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readResend } from '../lib/otp/otp-requests.private';
import { resendCode } from '../lib/otp/resend-code.private';
import type { ResendRequest } from '../lib/otp/resend-code.private';

/** What `POST /otp/resend` reads and does. */
export const endpoint: OtpEndpoint<ResendRequest> = {
  name: 'otp/resend',
  isChange: true,
  read: readResend,
  act: resendCode,
};

/** `POST /otp/resend` {requestId, channel?}: texts once more, after a pause; guesses are not refilled. */
export const handler = createOtpEndpoint(endpoint, otpTools(sendingEngines));
