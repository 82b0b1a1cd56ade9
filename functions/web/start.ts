import { otpTools } from '../lib/otp/make-tools.private';
import { startVisit } from '../lib/web/start-visit.private';
import { createWebHandler } from '../lib/web/web-handler.private';

/** `GET /web/start?token=…`: where a user's link leads; it works once, in one browser. */
export const handler = createWebHandler({ name: 'web/start', isForm: false, act: startVisit }, otpTools());
