import type { EnvironmentVariables } from '@twilio-labs/serverless-runtime-types/types';

import { createHandler } from '../handler.private';
import type { Handler, Reaction } from '../handler.private';
import { readProofSettings } from './proof-settings.private';
import { publishedKeys } from './published-keys.private';

/** Long enough to spare both sides requests, short enough for a new key to be known before the first token of its own is old. */
const CACHE_SECONDS = 300;

/** Makes the handler of `/otp/jwks`; it needs no more of the environment than the keys. */
export function createJwksHandler(): Handler<EnvironmentVariables> {
  return createHandler<EnvironmentVariables>(
    async (context) =>
      reaction(200, { keys: publishedKeys(readProofSettings(context)) }, `public, max-age=${CACHE_SECONDS}`),
    ({ problem }) => reaction(500, { keys: [] }, 'no-store', problem),
  );
}

function reaction(httpStatus: number, body: object, caching: string, problem?: string): Reaction {
  return {
    httpStatus,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': caching },
    body,
    log: { endpoint: 'otp/jwks', httpStatus, ...(problem === undefined ? {} : { problem }) },
    isAlarm: httpStatus >= 500,
  };
}
