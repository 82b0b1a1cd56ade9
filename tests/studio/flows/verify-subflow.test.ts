import { shippedFlow } from '../wiring/shipped-flows';
import { arrowsOf, matchedValue, reachableFrom, stateNamed, variablesOf } from './graph';
import type { Arrow } from './graph';

const flow = shippedFlow('verify-subflow');
const STATUSES = [
  'approved',
  'error',
  'expired',
  'invalid_number',
  'max_attempts_reached',
  'no_input',
  'rate_limited',
  'unreachable',
];
const ends = flow.states.filter((state) =>
  state.transitions.every((transition) => transition.next === undefined),
);

describe('verify-subflow', () => {
  test('answers to a parent flow only', () => {
    const wired = stateNamed(flow, 'Trigger').transitions.filter(
      (transition) => transition.next !== undefined,
    );
    expect(wired).toEqual([{ next: 'read_parameters', event: 'incomingParent' }]);
  });

  test('ends only after setting all five results', () => {
    for (const end of ends) {
      expect(end.type).toBe('set-variables');
      expect(Object.keys(variablesOf(end)).sort()).toEqual(['attempts', 'proof', 'status', 'to', 'verified']);
    }
  });

  test('ends once for each status of the contract', () => {
    expect(ends.map((end) => variablesOf(end)['status']).sort()).toEqual(STATUSES);
  });

  test('says verified only with approved', () => {
    for (const end of ends) {
      const { status, verified } = variablesOf(end);
      expect(verified).toBe(status === 'approved' ? 'true' : 'false');
    }
  });

  test('returns a proof only with approved', () => {
    for (const end of ends) {
      const { status, proof } = variablesOf(end);
      expect(proof).toBe(status === 'approved' ? '{{widgets.check_verify.parsed.proof}}' : '');
    }
  });

  test.each(STATUSES)('says a sentence of its own before %s', (status) => {
    const before = arrowsOf(flow).filter(({ transition }) => transition.next === `result_${status}`);
    expect(before.map(({ from }) => from)).toEqual([`say_${status}`]);
    expect(stateNamed(flow, `say_${status}`).type).toBe('say-play');
  });

  test('sets the result keys nowhere else', () => {
    const others = flow.states.filter((state) => !ends.includes(state));
    expect(
      others.filter((state) => 'status' in variablesOf(state) || 'verified' in variablesOf(state)),
    ).toEqual([]);
  });

  test('gets to approved by one arrow alone', () => {
    const isApproval = ({ from, transition }: Arrow): boolean =>
      from === 'check_status' && transition.event === 'match' && matchedValue(transition) === 'approved';
    expect(reachableFrom(flow, 'Trigger', isApproval)).not.toContain('say_approved');
    expect(reachableFrom(flow, 'Trigger', isApproval)).not.toContain('result_approved');
    expect(arrowsOf(flow).filter(isApproval)).toHaveLength(1);
  });

  test('looks at the status only after success of the check', () => {
    const into = arrowsOf(flow).filter(({ transition }) => transition.next === 'check_status');
    expect(into.map(({ from, transition }) => [from, transition.event])).toEqual([
      ['check_verify', 'success'],
    ]);
  });

  test.each(['start_verify', 'check_verify'])('ends in error when %s fails', (name) => {
    const fail = stateNamed(flow, name).transitions.find((transition) => transition.event === 'fail');
    expect(fail?.next).toBe('say_error');
  });

  test('asks every function about the number it was given', () => {
    const functions = flow.states.filter((state) => state.type === 'run-function');
    for (const state of functions) {
      expect(state.properties['parameters']).toContainEqual({
        key: 'to',
        value: '{{trigger.parent.parameters.to}}',
      });
    }
    expect(functions.map((state) => state.name)).toEqual(['start_verify', 'resend_code', 'check_verify']);
  });

  test('cannot go round without passing a counter', () => {
    const isCount = ({ from }: Arrow): boolean => from.startsWith('count_');
    const loops = flow.states
      .filter((state) => !isCount({ from: state.name, transition: { event: '' } }))
      .filter((state) =>
        state.transitions.some(
          ({ next }) => next !== undefined && reachableFrom(flow, next, isCount).has(state.name),
        ),
      );
    expect(loops.map((state) => state.name)).toEqual([]);
  });

  test('asks again only below a limit', () => {
    const back = arrowsOf(flow).filter(
      ({ from, transition }) => from.startsWith('limit_') && transition.event === 'match',
    );
    expect(
      back.map(({ from, transition }) => [
        from,
        transition.conditions?.[0]?.type,
        matchedValue(transition),
        transition.next,
      ]),
    ).toEqual([
      ['limit_silences', 'less_than', '2', 'ask_code'],
      ['limit_new_codes', 'equal_to', '1', 'resend_code'],
      ['limit_new_codes', 'less_than', '4', 'tell_no_new_code'],
      ['limit_codes', 'less_than', '3', 'ask_code'],
    ]);
  });

  test('takes the code by keys that # ends', () => {
    const { properties } = stateNamed(flow, 'ask_code');
    expect(properties).toMatchObject({ finish_on_key: '#', stop_gather: true, timeout: 10, loop: 1 });
    expect(properties).not.toHaveProperty('number_of_digits');
  });
});
