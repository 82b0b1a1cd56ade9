import { otpTools } from '../lib/otp/make-tools.private';
import { createSessionHandler } from '../lib/web/session-handler.private';

/** `POST /web/session` {userId, phoneNumber?, returnUrl, locale?, again?}: a link for a user; `GET`: what came of it. For servers. */
export const handler = createSessionHandler(otpTools());
