import { cancelRequest } from '../lib/otp/cancel-request.private';
import type { CancelRequest } from '../lib/otp/cancel-request.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { createOtpEndpoint } from '../lib/otp/otp-endpoint.private';
import type { OtpEndpoint } from '../lib/otp/otp-endpoint.private';
import { readCancel } from '../lib/otp/otp-requests.private';

/** What `POST /otp/cancel` reads and does. */
export const endpoint: OtpEndpoint<CancelRequest> = {
  name: 'otp/cancel',
  isChange: true,
  read: readCancel,
  act: cancelRequest,
};

/** `POST /otp/cancel` {requestId, reason?}: ends a request; its code is good for nothing from then on. */
export const handler = createOtpEndpoint(endpoint, otpTools());
