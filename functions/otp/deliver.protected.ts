import { createDeliverHandler } from '../lib/otp/deliver.private';
import { otpTools } from '../lib/otp/make-tools.private';

/** `POST /otp/deliver` {requestId}, signed by ourselves: tells the application how a request ended. */
export const handler = createDeliverHandler(otpTools());
