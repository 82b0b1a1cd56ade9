import { otpTools } from '../lib/otp/make-tools.private';
import { startVisit } from '../lib/web/start-visit.private';
import { createWebHandler } from '../lib/web/web-handler.private';
import type { WebEndpoint } from '../lib/web/web-handler.private';

/** What `/web/start` does. */
export const endpoint: WebEndpoint = { name: 'web/start', isForm: false, act: startVisit };

/** `GET /web/start?token=…`: where a user's link leads; it works once, in one browser. */
export const handler = createWebHandler(endpoint, otpTools());
