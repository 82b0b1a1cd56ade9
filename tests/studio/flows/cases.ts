import { NO_ANSWER } from './play';
import type { RequestResult } from '../../../studio/model/wait';
import type { World } from './play';

/** An answer that holds the word, but no JSON. */
export const HTML: RequestResult = { status: 200, contentType: 'text/html', body: '<p>approved</p>' };
/** Says `approved` in the body of an error. */
const BROKEN = { status: 500, contentType: 'application/json', body: '{"status":"approved","success":true}' };
/** The code was sent at once. */
export const SENT = { start: ['sent'] };

/** A call and what must come of it. */
export interface Case {
  readonly name: string;
  readonly world: World;
  readonly status: string;
  readonly attempts?: string;
  readonly says: RegExp;
}

/** Every way that the functions and the caller can lead a call to an end. */
export const CASES: readonly Case[] = [
  {
    name: 'right code',
    world: { ...SENT, check: ['approved'], acts: ['123456'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'wrong then right',
    world: { ...SENT, check: ['pending', 'approved'], acts: ['1', '2'] },
    status: 'approved',
    attempts: '2',
    says: /number is verified/,
  },
  {
    name: 'third code right',
    world: { ...SENT, check: ['pending', 'invalid_code', 'approved'], acts: ['1', '2', '3'] },
    status: 'approved',
    attempts: '3',
    says: /number is verified/,
  },
  {
    name: 'three wrong',
    world: { ...SENT, check: ['pending', 'pending', 'pending'], acts: ['1', '2', '3'] },
    status: 'max_attempts_reached',
    attempts: '3',
    says: /too many wrong codes/,
  },
  {
    name: 'two too short',
    world: { ...SENT, check: ['invalid_code', 'invalid_code'], acts: ['1', '2'] },
    status: 'no_input',
    attempts: '2',
    says: /did not receive a code/,
  },
  {
    name: 'Verify counts first',
    world: { ...SENT, check: ['max_attempts_reached'], acts: ['1'] },
    status: 'max_attempts_reached',
    attempts: '1',
    says: /too many wrong codes/,
  },
  {
    name: 'expired',
    world: { ...SENT, check: ['expired'], acts: ['1'] },
    status: 'expired',
    attempts: '1',
    says: /no longer valid/,
  },
  {
    name: 'two silences',
    world: { ...SENT, acts: ['silent', 'silent'] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'two lone pounds',
    world: { ...SENT, acts: ['', ''] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'silences apart',
    world: { ...SENT, check: ['pending'], acts: ['silent', '1', 'silent'] },
    status: 'no_input',
    attempts: '1',
    says: /did not receive a code/,
  },
  {
    name: 'four requests for a code',
    world: { start: ['sent', 'sent'], acts: ['*', '*', '*', '*'] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'resend then right',
    world: { start: ['sent', 'sent'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend limited then right',
    world: { start: ['sent', 'rate_limited'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend fails then right',
    world: { start: ['sent', NO_ANSWER], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend unsure then right',
    world: { start: ['sent', 'maybe_sent'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'start unsure then right',
    world: { start: ['maybe_sent'], check: ['approved'], acts: ['1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  ...['invalid_number', 'unreachable', 'rate_limited', 'error'].map((status): Case => ({
    name: `start ${status}`,
    world: { start: [status] },
    status,
    attempts: '0',
    says: sentenceFor(status),
  })),
  ...['invalid_number', 'rate_limited', 'error'].map((status): Case => ({
    name: `check ${status}`,
    world: { ...SENT, check: [status], acts: ['1'] },
    status,
    attempts: '1',
    says: sentenceFor(status),
  })),
  ...[NO_ANSWER, BROKEN, HTML, 'canceled', ''].flatMap((answer, index): Case[] => [
    {
      name: `start answers nonsense ${index}`,
      world: { start: [answer] },
      status: 'error',
      attempts: '0',
      says: /went wrong/,
    },
    {
      name: `check answers nonsense ${index}`,
      world: { ...SENT, check: [answer], acts: ['1'] },
      status: 'error',
      attempts: '1',
      says: /went wrong/,
    },
  ]),
  ...[
    '',
    ' ',
    'anonymous',
    'restricted',
    '+266696687',
    '+7378742833',
    '+86282452253',
    '14155550100',
    '+0123',
    '+1 415',
  ].map((from): Case => ({
    name: `from ${JSON.stringify(from)}`,
    world: { from },
    status: 'invalid_number',
    attempts: '0',
    says: /withheld or not valid/,
  })),
];

function sentenceFor(status: string): RegExp {
  switch (status) {
    case 'invalid_number':
      return /withheld or not valid/;
    case 'unreachable':
      return /cannot receive our codes/;
    case 'rate_limited':
      return /too many requests/;
    default:
      return /went wrong/;
  }
}
