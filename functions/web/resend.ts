import { sendingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { resend } from '../lib/web/resend.private';
import { createWebHandler } from '../lib/web/web-handler.private';
import type { WebEndpoint } from '../lib/web/web-handler.private';

/** What `/web/resend` does. */
export const endpoint: WebEndpoint = { name: 'web/resend', isForm: true, act: resend };

/** `POST /web/resend`, a form: sends the code again, or has it said in a call. */
export const handler = createWebHandler(endpoint, otpTools(sendingEngines));
