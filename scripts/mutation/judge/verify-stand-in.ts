import type { OutgoingRequest, RequestResult } from '../../../studio/model/wait';

/** The code that the stand-in sends: always the same, as Verify's is within one verification. */
export const SENT_CODE = '246813';

/** Codes and checks of one verification (https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts). */
const MAXIMUM_TIMES = 5;

/** A way in which a function can answer, or fail to. */
export type AnswerChoice = string;

/** Says what the stand-in makes of the request by itself. */
const HONEST = 'honest';

/** Ways in which a function fails to say anything: no answer in time, one that breaks off, one without a key, a crash. */
const FAILURES: Readonly<Record<string, RequestResult>> = {
  'no answer': { failure: 'timeout' },
  'half an answer': json(200, '{"status":'),
  'an empty answer': json(200, '{}'),
  'a crash': json(500, '{"success":false,"status":"error","message":"","attempts":0,"retryAfterSeconds":0}'),
};

const ANY_TROUBLE = ['invalid_number', 'rate_limited', 'error', ...Object.keys(FAILURES)];
const START_TROUBLE = ['maybe_sent', 'unreachable', ...ANY_TROUBLE];
const CHECK_TROUBLE = ['expired', 'max_attempts_reached', ...ANY_TROUBLE];

/**
 * What the judge knows of Verify and our functions, written for it alone: one verification, for one call. It shares nothing
 * with the proof, so that a mistake in the one is no mistake in the other. Plain data, so that a call can go on from it twice.
 */
export interface VerifyState {
  readonly number: string;
  readonly isPending: boolean;
  readonly sends: number;
  readonly wrongCodes: number;
  /** Since the last code was asked for, the caller's own number was approved. */
  readonly isCallerApproved: boolean;
  /** A code was asked for a number that is not the caller's. */
  readonly hasAskedForAnother: boolean;
}

/** Nobody has asked for a code yet. */
export const NO_VERIFICATION: VerifyState = {
  number: '',
  isPending: false,
  sends: 0,
  wrongCodes: 0,
  isCallerApproved: false,
  hasAskedForAnother: false,
};

/** An answer, and what the request has made of Verify. */
export interface Answered {
  readonly verify: VerifyState;
  readonly result: RequestResult;
}

/** Answers a request of Run Function; any choice but `HONEST` makes trouble instead. */
export function answer(
  verify: VerifyState,
  caller: string,
  request: OutgoingRequest,
  choice: AnswerChoice,
): Answered {
  const { to = '', code = '' } = request.parameters;
  const [status, after] = isStartOf(request)
    ? start(verify, caller, to, choice)
    : check(verify, caller, { to, code }, choice);
  const proof = isStartOf(request) ? {} : { proof: status === 'approved' ? 'a proof' : '' };
  return { verify: after, result: FAILURES[status] ?? json(200, bodyOf(status, after, proof)) };
}

function json(status: number, body: string): RequestResult {
  return { status, contentType: 'application/json', body };
}

/** Every key of the contract of our functions (functions/README.md), each as different as it can be. */
function bodyOf(status: string, { sends }: VerifyState, proof: { readonly proof?: string }): string {
  return JSON.stringify({
    ...proof,
    success: status === 'sent' || status === 'approved',
    status,
    message: `This is ${status}.`,
    attempts: sends,
    retryAfterSeconds: status === 'rate_limited' ? 30 : 0,
  });
}

function start(before: VerifyState, caller: string, to: string, choice: AnswerChoice): [string, VerifyState] {
  const isNumber = /^\+[1-9]\d{6,14}$/.test(to);
  const hasAskedForAnother = before.hasAskedForAnother || (isNumber && to !== caller);
  const verify = { ...before, isCallerApproved: false, hasAskedForAnother };
  if (choice !== HONEST && choice !== 'maybe_sent') return [choice, verify];
  if (!isNumber) return ['invalid_number', verify];
  if (verify.sends >= MAXIMUM_TIMES) return ['rate_limited', verify];
  const sent = { ...verify, number: to, isPending: true, sends: verify.sends + 1 };
  return [choice === HONEST ? 'sent' : choice, sent];
}

function check(
  verify: VerifyState,
  caller: string,
  { to, code }: { to: string; code: string },
  choice: AnswerChoice,
): [string, VerifyState] {
  if (choice !== HONEST) return [choice, verify];
  if (!/^\d{4,10}$/.test(code)) return ['invalid_code', verify];
  if (!verify.isPending || to !== verify.number) return ['expired', verify];
  if (verify.wrongCodes >= MAXIMUM_TIMES) return ['max_attempts_reached', verify];
  if (code !== SENT_CODE) return ['pending', { ...verify, wrongCodes: verify.wrongCodes + 1 }];
  return ['approved', { ...verify, isPending: false, isCallerApproved: to === caller }];
}

/** What may come of a request: by itself, or as trouble from outside. */
export function answersTo(request: OutgoingRequest): readonly AnswerChoice[] {
  return [HONEST, ...(isStartOf(request) ? START_TROUBLE : CHECK_TROUBLE)];
}

function isStartOf({ url }: OutgoingRequest): boolean {
  return url.includes('/start-verify');
}

/** Whether an answer is trouble from outside. */
export function isTrouble(choice: AnswerChoice): boolean {
  return START_TROUBLE.includes(choice) || CHECK_TROUBLE.includes(choice);
}
