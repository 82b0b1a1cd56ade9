import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readRequestId } from '../lib/otp/otp-requests.private';
import { readStatus } from '../lib/otp/read-status.private';

/** What `GET /otp/status` reads and does. */
export const endpoint: OtpEndpoint<{ readonly requestId: string }> = {
  name: 'otp/status',
  isChange: false,
  read: readRequestId,
  act: readStatus,
};

/** `GET /otp/status?requestId=…`: where a request stands. */
export const handler = createOtpEndpoint(endpoint, otpTools());
