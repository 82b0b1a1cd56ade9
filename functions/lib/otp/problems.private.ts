/** What a problem code means to a program (`status`) and to a person. */
interface ProblemMeaning {
  /** HTTP status. */
  readonly status: number;
  /** The same sentence every time, without what differs from case to case. */
  readonly title: string;
}

/** Every problem that the endpoints answer. Codes are stable: programs branch on them. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'A field is missing or of the wrong type; "field" names it.' },
  unauthorized: { status: 401, title: 'An API key is needed: Authorization: Bearer KEY.' },
  country_not_allowed: { status: 403, title: 'Numbers of this country are not served.' },
  unknown_request: { status: 404, title: 'There is no such request of yours.' },
  already_used: { status: 409, title: 'The code was used; a code is good for one time.' },
  expired: { status: 410, title: 'The request has expired; make a new one.' },
  cancelled: { status: 410, title: 'The request was cancelled; make a new one.' },
  failed: { status: 410, title: 'No code could be sent; make a new request.' },
  ended: { status: 410, title: 'The request has ended and takes no more events; its status says how.' },
  unsupported_media_type: { status: 415, title: 'Send JSON, with Content-Type: application/json.' },
  invalid_code: { status: 422, title: 'The code is wrong.' },
  invalid_number: {
    status: 422,
    title: 'This is not a phone number that can be verified; write it as +14155550100.',
  },
  unreachable: {
    status: 422,
    title: 'This number cannot be reached this way; use another number or channel.',
  },
  channel_not_available: { status: 422, title: 'The service has no sender for this channel.' },
  purpose_mismatch: { status: 422, title: 'The request was made for another purpose; this was not a guess.' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key came with another request before.' },
  locked: { status: 423, title: 'There are no guesses left.' },
  too_soon: { status: 429, title: 'A text was sent a moment ago; wait for it.' },
  too_many_sends: { status: 429, title: 'No more texts are sent for now.' },
  limit_reached: { status: 429, title: 'The limit of the day is reached; "limit" says which.' },
  internal_error: { status: 500, title: 'Something failed that was not expected; the log says more.' },
  misconfigured: { status: 500, title: 'The service is not set up.' },
  temporarily_unavailable: { status: 503, title: 'The service cannot do this at the moment; try again.' },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;

/** A stable word for one kind of problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** What a problem says besides its code. All moments are ISO 8601. */
export interface ProblemDetails {
  /** A sentence about this very case, quoting nothing secret. */
  readonly detail?: string;
  /** `invalid_request`: the parameter or header. */
  readonly field?: string;
  readonly requestId?: string;
  readonly attemptsRemaining?: number;
  readonly expiresAt?: string;
  /** When a text may be asked for; null when there will be none. */
  readonly nextSendAt?: string | null;
  /** `limit_reached`: `day`, `key` or `country`. */
  readonly limit?: string;
  /** Whole seconds after which trying again may help; also the header `Retry-After`. */
  readonly retryAfterSeconds?: number;
}
