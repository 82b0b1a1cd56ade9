import { checkingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { submitCode } from '../lib/web/submit-code.private';
import { createWebHandler } from '../lib/web/web-handler.private';
import type { WebEndpoint } from '../lib/web/web-handler.private';

/** What `/web/code` does. */
export const endpoint: WebEndpoint = { name: 'web/code', isForm: true, act: submitCode };

/** `POST /web/code`, a form: compares a code. */
export const handler = createWebHandler(endpoint, otpTools(checkingEngines));
