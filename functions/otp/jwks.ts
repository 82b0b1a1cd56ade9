import { createJwksHandler } from '../lib/otp/jwks.private';

/** `GET /otp/jwks`: the public keys that proof tokens can be checked with. No API key is needed. */
export const handler = createJwksHandler();
