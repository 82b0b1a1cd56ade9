import type { FlowResult } from '../../../studio/scripting/flow-result';
import { run } from '../scripting/run-script';
import { shippedFlow } from '../wiring/shipped-flows';
import { arrowsOf, reachableFrom, stateNamed, variablesOf, type Arrow } from './graph';
import { PROOF } from './play';

const flow = shippedFlow('otp-by-reply');
const [OURS, THEIRS] = ['+14155550199', '+14155550100'];

/** What the functions answer, in order, and what the person does. */
interface World {
  readonly start?: readonly string[];
  readonly check?: readonly string[];
  readonly inputs?: readonly object[];
  readonly to?: string;
  readonly parameters?: object;
}

const reply = (body: string) => ({ reply: body });
const SILENCE = { timeout: true };
const REFUSED = { event: 'deliveryFailure', data: {} };
const told = (event: string) => ({ event, data: {} });
const ANSWERED = told('answered');

function play({
  start = ['sent'],
  check = [],
  inputs = [],
  to = THEIRS,
  parameters = {},
}: World): FlowResult {
  const rule = (url: string, statuses: readonly string[]) => ({
    url,
    answers: statuses.map((status) =>
      status === 'broken'
        ? { status: 500, body: {} }
        : { status: 200, body: { status, proof: status === 'approved' ? PROOF : '' } },
    ),
  });
  return run(flow, {
    trigger: { request: { from: OURS, to, parameters } },
    inputs,
    http: [rule('/start-verify', start), rule('/check-verify', check)],
  });
}

const textsOf = ({ sent }: FlowResult) => sent.map(({ body }) => body);

const CASES: readonly (readonly [
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

describe('otp-by-reply', () => {
  test.each(CASES)('%s', (_name, world, status, attempts, last) => {
    const played = play(world);
    const isApproved = status === 'approved';
    expect(played.error).toBeUndefined();
    expect(played.ended).toBe('completed');
    expect(played.variables).toMatchObject({
      status,
      verified: String(isApproved),
      to: world.to ?? THEIRS,
      attempts,
      proof: isApproved ? PROOF : '',
    });
    const all = [...textsOf(played), ...played.heard];
    expect(all.at(-1) ?? '').toMatch(last);
    expect(played.warnings.filter(({ code }) => ![81008, 81011, 81017].includes(code))).toEqual([]);
  });

  test('says that a person who hangs up is not verified', () => {
    const { ended, variables } = play({ inputs: [reply('CALL'), ANSWERED, { hangup: true }] });
    expect(ended).toBe('hungUp');
    expect(variables).toMatchObject({ status: 'no_input', verified: 'false', to: THEIRS, proof: '' });
  });

  test('asks only about the person it was started for', () => {
    const { requests, sent } = play({
      start: ['sent', 'sent'],
      check: ['pending', 'approved'],
      inputs: [reply('NEW'), reply('1111'), reply('LLAMAR'), ANSWERED, { digits: '123456#' }],
      parameters: { to: '+34600000000', locale: 'es', language: 'es-ES' },
    });
    expect(requests.map(({ parameters }) => parameters['to'])).toEqual([THEIRS, THEIRS, THEIRS, THEIRS]);
    expect(sent.map(({ to }) => to)).toEqual([THEIRS, THEIRS, THEIRS]);
    expect(sent.filter(({ body }) => !body.includes('código'))).toEqual([]);
  });

  test('asks for no word that Twilio takes for itself', () => {
    const texts = flow.states.flatMap(({ properties: { body } }) => (typeof body === 'string' ? body : []));
    const words = texts.flatMap((body) => body.match(/\b[A-Z]{2,}\b/g) ?? []);
    // STOP, CANCEL, END … would end all messages: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
    expect([...new Set(words)].sort()).toEqual(['CALL', 'LLAMAR', 'NEW', 'NUEVO']);
  });

  test('gets to approved by a check alone', () => {
    const isApproval = ({ from, transition }: Arrow): boolean =>
      ['check_reply_status', 'check_keys_status'].includes(from) &&
      transition.conditions?.[0]?.value === 'approved';
    const without = reachableFrom(flow, 'Trigger', isApproval);
    expect([...without].filter((name) => name.includes('approved'))).toEqual([]);
    expect(arrowsOf(flow).filter(isApproval)).toHaveLength(2);
  });

  test.each(flow.states.filter(({ name }) => name.startsWith('result_')).map(({ name }) => name))(
    'leaves all five results at %s',
    (name) => {
      const set = variablesOf(stateNamed(flow, name));
      expect(Object.keys(set)).toEqual(['status', 'verified', 'to', 'attempts', 'proof']);
      expect(set['verified']).toBe(String(set['status'] === 'approved'));
    },
  );

  test('keeps no code in a variable', () => {
    const { variables } = play({ check: ['pending', 'approved'], inputs: [reply('1111'), reply('123456')] });
    expect(JSON.stringify(variables)).not.toMatch(/1111|123456/);
  });
});
