import { checkingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { submitCode } from '../lib/web/submit-code.private';
import { createWebHandler } from '../lib/web/web-handler.private';

/** `POST /web/code`, a form: compares a code. */
export const handler = createWebHandler(
  { name: 'web/code', isForm: true, act: submitCode },
  otpTools(checkingEngines),
);
