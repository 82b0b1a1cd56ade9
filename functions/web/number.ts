import { sendingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { submitNumber } from '../lib/web/submit-number.private';
import { createWebHandler } from '../lib/web/web-handler.private';

/** `POST /web/number`, a form: sends a code. */
export const handler = createWebHandler(
  { name: 'web/number', isForm: true, act: submitNumber },
  otpTools(sendingEngines),
);
