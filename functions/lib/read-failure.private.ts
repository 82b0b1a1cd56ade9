import type { Reply } from './twilio-port.private';

/** A reply that is not `done`. */
export type Failure = Exclude<Reply<never>, { readonly kind: 'done' }>;

/** Errors of a connection that never came to be, so that the request cannot have reached Twilio. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** HTTP statuses of a gateway that lost the answer of what is behind it: that may have acted. */
const LOST_ANSWERS = new Set([502, 504]);

/**
 * Reads what the SDK threw. Its errors of the API have a numeric `status` and Twilio's `code`; those of the network a `code` in
 * words. An answer that is no JSON (`SyntaxError`) came from something in between. `undefined`: a bug, to be thrown on.
 */
export function readFailure(error: unknown): Failure | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const message = 'message' in error ? error.message : undefined;
  if (error instanceof SyntaxError) return { kind: 'unknown' };
  const code = 'code' in error ? error.code : undefined;
  const status = 'status' in error ? error.status : undefined;
  if (typeof code === 'number') return refusal(code, message);
  if (typeof status === 'number') {
    return LOST_ANSWERS.has(status) ? { kind: 'unknown' } : refusal(0, message);
  }
  if (typeof code !== 'string') return undefined;
  return NEVER_CONNECTED.has(code) ? { kind: 'not-sent' } : { kind: 'unknown' };
}

/** 60200 says which parameter it means only in its message (https://www.twilio.com/docs/api/errors/60200), beside the value. */
function refusal(code: number, message: unknown): Failure {
  const parameter =
    typeof message === 'string' ? /parameter:?\s*[`'"]?([A-Za-z]+)/i.exec(message)?.[1] : undefined;
  return {
    kind: 'refused',
    code,
    ...(parameter === undefined ? {} : { parameter: parameter.toLowerCase() }),
  };
}
