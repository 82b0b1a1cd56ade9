import { unknownText } from '../model/unknown';
import type { OutgoingRequest, RequestResult } from '../model/wait';
import type { CallWorld } from './call-world';
import { CLOSED, type Choice } from './choice';

type Answer = Extract<RequestResult, { readonly status: number }>;

/** What `/start-verify` may say (functions/README.md). */
const START_STATUSES = [
  'sent',
  'maybe_sent',
  'invalid_number',
  'unreachable',
  'rate_limited',
  'error',
] as const;

/** What `/check-verify` may say of any code. */
const CHECK_STATUSES = [
  'approved',
  'pending',
  'invalid_code',
  'expired',
  'max_attempts_reached',
  'rate_limited',
  'invalid_number',
  'error',
] as const;

/** Statuses after which no text was sent. */
const REFUSALS: readonly string[] = ['invalid_number', 'unreachable', 'rate_limited', 'error'];

/** What our functions do by themselves when nothing is wrong with the world: a call script need not make it happen. */
const BY_THEMSELVES: readonly string[] = ['sent', 'approved'];

/** Our functions, by the URL that a flow of the repository has for them: any other URL may be anybody's. */
const FUNCTIONS: Readonly<Record<string, 'start' | 'check'>> = {
  '${FUNCTION_URL:/start-verify}': 'start',
  '${FUNCTION_URL:/check-verify}': 'check',
};

/** Which of our functions a request is for; null for anybody else's. */
export function verifyFunctionOf(url: string): 'start' | 'check' | null {
  return FUNCTIONS[url] ?? null;
}

/**
 * Every answer of `/start-verify`, and every way in which it can fail to answer. An approval counts until the next code is
 * asked for: whoever verifies again must not be let in by what was approved before.
 */
export function startChoices(name: string, world: CallWorld): Choice[] {
  const after: CallWorld = { ...world, approvedNumber: '', hasSpokenSince: false };
  return [
    ...START_STATUSES.map((status): Choice => {
      const choice = answered('start-verify', status, name, after);
      return REFUSALS.includes(status) ? choice : { ...choice, mayHaveTexted: true };
    }),
    ...failures('start-verify', name, after).map((choice): Choice => ({ ...choice, mayHaveTexted: true })),
  ];
}

/**
 * Every answer of `/check-verify` to any code: whether a code is the right one, and whether a verification runs at all, is
 * not for a flow to know. An approval is of the number that was asked about.
 */
export function checkChoices(request: OutgoingRequest, name: string, world: CallWorld): Choice[] {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const approved: CallWorld = { ...after, approvedNumber: request.parameters['to'] ?? '' };
  return [
    ...CHECK_STATUSES.map((status) =>
      answered('check-verify', status, name, status === 'approved' ? approved : after),
    ),
    ...failures('check-verify', name, after),
  ];
}

function answered(
  verify: 'start-verify' | 'check-verify',
  status: string,
  name: string,
  world: CallWorld,
): Choice {
  const parsed = {
    success: status === 'sent' || status === 'approved',
    status,
    message: unknownText(`${name}.parsed.message`),
    attempts: unknownText(`${name}.parsed.attempts`),
    retryAfterSeconds: unknownText(`${name}.parsed.retryAfterSeconds`),
    ...(verify === 'check-verify' && {
      proof: status === 'approved' ? unknownText(`${name}.parsed.proof`) : '',
    }),
  };
  const outputs = {
    body: unknownText(`${name}.body`),
    content_type: unknownText(`${name}.content_type`),
    status_code: 200,
  };
  const result: RequestResult = { status: 200, contentType: '', body: '', shown: { outputs, parsed } };
  return {
    label: `${verify}: ${status}`,
    input: { kind: 'request-result', result },
    world,
    open: { kind: 'verify', name: verify, status },
    script: BY_THEMSELVES.includes(status) ? { kind: 'real' } : { kind: 'answer', result },
  };
}

/**
 * What our functions should never do, and a flow must survive all the same: an error of theirs; a crash or no answer in time, of
 * which Studio shows at most Twilio's own words; and an answer that is no JSON object, or has no keys. After the last two
 * Studio goes on to show what an earlier answer left.
 */
function failures(verify: string, name: string, world: CallWorld): Choice[] {
  const message = unknownText(`${name}.parsed.message`);
  const outputs = {
    body: unknownText(`${name}.body`),
    content_type: unknownText(`${name}.content_type`),
    status_code: unknownText(`${name}.status_code`),
  };
  const known = { success: false, status: 'error', attempts: 0, retryAfterSeconds: 0 };
  const proof = verify === 'check-verify' && { proof: '' };
  const error = { ...answer(500), body: JSON.stringify({ ...known, ...proof, message: '' }) };
  return [
    failed(`${verify}: HTTP 500`, world, error, { outputs, parsed: { ...known, ...proof, message } }),
    failed(
      `${verify}: no answer in time`,
      world,
      { ...answer(504), body: '' },
      { outputs, parsed: { message } },
    ),
    failed(
      `${verify}: answers JSON that is none`,
      world,
      { ...answer(200), body: '{"status":' },
      { outputs, parsed: null },
    ),
  ];
}

function answer(status: number): Answer {
  return { status, contentType: 'application/json', body: '' };
}

/** `result` is what a call script makes of it, `shown` everything that Studio may show then. */
function failed(label: string, world: CallWorld, result: Answer, shown: Answer['shown']): Choice {
  return {
    label,
    input: { kind: 'request-result', result: { ...result, ...(shown && { shown }) } },
    world,
    open: CLOSED,
    script: { kind: 'answer', result },
  };
}
