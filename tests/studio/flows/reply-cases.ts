/** What the functions answer, in order, and what the person does. */
export interface World {
  readonly start?: readonly string[];
  readonly check?: readonly string[];
  readonly inputs?: readonly object[];
  readonly to?: string;
  readonly parameters?: object;
}

/** The person answers a text. */
export const reply = (body: string): { readonly reply: string } => ({ reply: body });
/** Nothing comes in time. */
const SILENCE = { timeout: true };
const REFUSED = { event: 'deliveryFailure', data: {} };
const told = (event: string) => ({ event, data: {} });
/** Somebody takes the call. */
export const ANSWERED = told('answered');

/** Ways that it can go, with status, attempts, and the last that is told. */
export const REPLY_CASES: readonly (readonly [
  name: string,
  world: World,
  status: string,
  attempts: string,
  last: RegExp,
])[] = [
  ['the right reply', { check: ['approved'], inputs: [reply('123456')] }, 'approved', '1', /is verified/],
  [
    'a reply in groups',
    { check: ['approved'], inputs: [reply(' 123-456. ')] },
    'approved',
    '1',
    /is verified/,
  ],
  [
    'a redacted reply, then a call',
    {
      check: ['approved'],
      inputs: [reply('Your code is ******'), reply('Call'), ANSWERED, { digits: '123456#' }],
    },
    'approved',
    '1',
    /is verified.*Goodbye/,
  ],
  [
    'a blank reply, then the digits',
    { check: ['approved'], inputs: [reply(''), reply('123456')] },
    'approved',
    '1',
    /is verified/,
  ],
  [
    'wrong, then right',
    { check: ['pending', 'approved'], inputs: [reply('1111'), reply('123456')] },
    'approved',
    '2',
    /is verified/,
  ],
  [
    'three wrong replies',
    { check: ['pending', 'pending', 'pending'], inputs: [reply('1111'), reply('1111'), reply('1111')] },
    'max_attempts_reached',
    '3',
    /Too many wrong codes/,
  ],
  [
    'wrong replies and wrong keys',
    {
      check: ['pending', 'pending', 'pending'],
      inputs: [reply('1111'), reply('CALL'), ANSWERED, { digits: '1#' }, { digits: '2#' }],
    },
    'max_attempts_reached',
    '3',
    /Too many wrong codes.*Goodbye/,
  ],
  ['no reply at all', { inputs: [SILENCE, SILENCE, SILENCE] }, 'no_input', '0', /did not receive/],
  [
    'a new code',
    { start: ['sent', 'sent'], check: ['approved'], inputs: [reply('new'), reply('123456')] },
    'approved',
    '1',
    /is verified/,
  ],
  [
    'new codes again and again',
    { start: ['sent', 'sent'], inputs: [reply('NEW'), reply('NUEVO'), reply('NEW')] },
    'no_input',
    '0',
    /did not receive/,
  ],
  ['an end of messages', { inputs: [reply('STOP')] }, 'no_input', '0', /Answer this message/],
  ['a landline', { start: ['unreachable'] }, 'unreachable', '0', /^$/],
  ['a number that is none', { start: [], to: 'client:ada' }, 'invalid_number', '0', /^$/],
  ['a number that Verify refuses', { start: ['invalid_number'] }, 'invalid_number', '0', /^$/],
  ['a broken start', { start: ['broken'] }, 'error', '0', /went wrong/],
  ['an error of start', { start: ['error'] }, 'error', '0', /went wrong/],
  ['too many requests', { start: ['rate_limited'] }, 'rate_limited', '0', /too many requests/],
  ['an expired code', { check: ['expired'], inputs: [reply('123456')] }, 'expired', '1', /no longer valid/],
  ['a broken check', { check: ['broken'], inputs: [reply('123456')] }, 'error', '1', /went wrong/],
  [
    'five wrong codes elsewhere',
    { check: ['max_attempts_reached'], inputs: [reply('123456')] },
    'max_attempts_reached',
    '1',
    /Too many/,
  ],
  ['texts and calls that do not arrive', { inputs: [REFUSED, told('failed')] }, 'unreachable', '0', /^$/],
  [
    'texts that do not arrive, but a call',
    { check: ['approved'], inputs: [REFUSED, ANSWERED, { digits: '123456#' }] },
    'approved',
    '1',
    /is verified/,
  ],
  [
    'calls that nobody takes',
    { inputs: [reply('CALL'), told('noAnswer'), reply('CALL'), told('busy'), reply('CALL')] },
    'no_input',
    '0',
    /did not receive/,
  ],
  [
    'a call without keys',
    { inputs: [reply('CALL'), ANSWERED, SILENCE, SILENCE] },
    'no_input',
    '0',
    /did not receive.*Goodbye/,
  ],
];
