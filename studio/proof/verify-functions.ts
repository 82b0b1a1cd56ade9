import type { OutgoingRequest, RequestResult } from '../model/wait';
import { CODES, type CallWorld } from './call-world';
import type { Choice } from './choice';

/** What `/start-verify` may say (functions/README.md). */
const START_STATUSES = [
  'sent',
  'maybe_sent',
  'invalid_number',
  'unreachable',
  'rate_limited',
  'error',
] as const;

/** What `/check-verify` may say of any code; `approved` only of the right one. */
const CHECK_STATUSES = [
  'pending',
  'invalid_code',
  'expired',
  'max_attempts_reached',
  'rate_limited',
  'invalid_number',
  'error',
] as const;

/** Which of our functions a request is for; null for anybody else's. */
export function verifyFunctionOf(url: string): 'start' | 'check' | null {
  if (/\/start-verify\}?(\?|$)/.test(url)) return 'start';
  if (/\/check-verify\}?(\?|$)/.test(url)) return 'check';
  return null;
}

/**
 * Every answer of `/start-verify`, and every way in which it can fail to answer. An approval counts until the next code is
 * asked for: whoever verifies again must not be let in by what was approved before.
 */
export function startChoices(request: OutgoingRequest): Choice[] {
  const after: CallWorld = {
    textedNumber: request.parameters['to'] ?? '',
    approvedNumber: '',
    hasSpokenSince: false,
  };
  return [
    ...START_STATUSES.map((status) => answered('start-verify', status, after)),
    ...failures('start-verify', after),
  ];
}

/**
 * Every answer of `/check-verify`. The model of Verify: only the right code, for the number that was texted, can be approved;
 * everything else can happen to any code, since limits, expiry and trouble come from outside the call.
 */
export function checkChoices(request: OutgoingRequest, world: CallWorld): Choice[] {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const { to = '', code = '' } = request.parameters;
  const others = CHECK_STATUSES.map((status) => answered('check-verify', status, after));
  const isRight = code === CODES.right && to !== '' && to === world.textedNumber;
  const approved = isRight ? [answered('check-verify', 'approved', { ...after, approvedNumber: to })] : [];
  return [...approved, ...others, ...failures('check-verify', after)];
}

/** What our functions do by themselves when nothing is wrong with the world: a call script need not make it happen. */
const BY_THEMSELVES = ['sent', 'approved'];

function answered(name: string, status: string, world: CallWorld): Choice {
  const success = status === 'sent' || status === 'approved';
  const body = { success, status, message: '', attempts: 0, retryAfterSeconds: 0 };
  const choice = reply(`${name}: ${status}`, world, json(body));
  return BY_THEMSELVES.includes(status) ? { ...choice, script: { kind: 'real' } } : choice;
}

/** What our functions should never do, and a flow must survive all the same. */
function failures(name: string, world: CallWorld): Choice[] {
  const error = { success: false, status: 'error', message: '', attempts: 0, retryAfterSeconds: 0 };
  return [
    reply(`${name}: HTTP 500`, world, { ...json(error), status: 500 }),
    reply(`${name}: no answer in time`, world, { failure: 'timeout' }),
    reply(`${name}: JSON that is none`, world, {
      status: 200,
      contentType: 'application/json',
      body: '{"status":',
    }),
    reply(`${name}: no keys`, world, json({})),
  ];
}

/** A choice in which a function answers; shared with the functions that the proof knows nothing about. */
export function reply(label: string, world: CallWorld, result: RequestResult): Choice {
  return { label, input: { kind: 'request-result', result }, world, script: { kind: 'answer', result } };
}

/** HTTP 200 with JSON. */
export function json(body: object): Extract<RequestResult, { readonly status: number }> {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(body) };
}
