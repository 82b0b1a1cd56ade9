/** How starting a verification ended; `sent` is the only success. */
export type StartStatus = 'sent' | 'maybe_sent' | 'invalid_number' | 'unreachable' | 'rate_limited' | 'error';

/** How checking a code ended; `approved` is the only success. `pending` is Twilio's word for a wrong code. */
export type CheckStatus =
  | 'approved'
  | 'pending'
  | 'invalid_code'
  | 'expired'
  | 'max_attempts_reached'
  | 'rate_limited'
  | 'invalid_number'
  | 'error';

/** What a domain call found out. */
export interface Outcome<Status extends StartStatus | CheckStatus> {
  readonly status: Status;
  /** How many times a code was sent in this verification so far; 0 when Twilio did not say. */
  readonly attempts: number;
  /** 0 when there is nothing to wait for. */
  readonly retryAfterSeconds: number;
  /** Twilio's error code behind the status, for the log; the answer does not carry it. */
  readonly twilioCode?: number;
  /** Twilio could not be reached (`not-sent`), or its answer was lost or late (`unknown`); for the log. */
  readonly noAnswer?: 'not-sent' | 'unknown';
}

/** The JSON body of every answer. Studio merges answers of repeated runs, so all keys are there every time. */
export interface Answer {
  readonly success: boolean;
  readonly status: string;
  readonly message: string;
  readonly attempts: number;
  readonly retryAfterSeconds: number;
  /** Of `/check-verify` only: the proof token of an approval; blank when there is none. */
  readonly proof?: string;
}

const MESSAGES: Readonly<Record<StartStatus | CheckStatus, string>> = {
  sent: 'A code is on its way.',
  maybe_sent: 'A code is probably on its way; wait for it before you ask for another one.',
  invalid_number: 'This is not a phone number that can be verified.',
  unreachable: 'This phone number cannot be reached this way; use another number or channel.',
  rate_limited: 'Too many requests for this phone number; wait before you try again.',
  approved: 'The phone number is verified.',
  pending: 'The code is wrong; try again.',
  invalid_code: 'A code has 4 to 10 digits; enter it again.',
  expired: 'There is no code to check any more; ask for a new one.',
  max_attempts_reached: 'Too many wrong codes; wait until the code has expired and ask for a new one.',
  error: 'Verification is not available at the moment; try again later.',
};

/** Puts an outcome into words. `success` depends on the status and on nothing else. */
export function answerOf(outcome: Outcome<StartStatus | CheckStatus>): Answer {
  return {
    success: outcome.status === 'sent' || outcome.status === 'approved',
    status: outcome.status,
    message: MESSAGES[outcome.status],
    attempts: outcome.attempts,
    retryAfterSeconds: outcome.retryAfterSeconds,
  };
}

/** An answer with status `error` and a sentence of its own, for requests that never became a domain call. */
export function errorAnswer(message: string): Answer {
  return { success: false, status: 'error', message, attempts: 0, retryAfterSeconds: 0 };
}
