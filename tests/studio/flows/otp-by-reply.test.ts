import type { FlowResult } from '../../../studio/scripting/flow-result';
import { run } from '../scripting/run-script';
import { shippedFlow } from '../wiring/shipped-flows';
import { arrowsOf, reachableFrom, stateNamed, variablesOf, type Arrow } from './graph';
import { PROOF } from './play';
import { ANSWERED, reply, REPLY_CASES, type World } from './reply-cases';

const flow = shippedFlow('otp-by-reply');
const [OURS, THEIRS] = ['+14155550199', '+14155550100'];

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

describe('otp-by-reply', () => {
  test.each(REPLY_CASES)('%s', (_name, world, status, attempts, last) => {
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
