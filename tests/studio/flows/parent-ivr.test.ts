import { shippedFlow } from '../wiring/shipped-flows';
import { arrowsOf, matchedValue, reachableFrom, stateNamed } from './graph';
import type { Arrow } from './graph';

const flow = shippedFlow('parent-ivr');

describe('parent-ivr', () => {
  test('answers calls and nothing else', () => {
    const wired = stateNamed(flow, 'Trigger').transitions.filter(
      (transition) => transition.next !== undefined,
    );
    expect(wired).toEqual([{ next: 'welcome', event: 'incomingCall' }]);
  });

  test("verifies the caller's own number", () => {
    const { properties } = stateNamed(flow, 'run_verify');
    expect(properties['flow_revision']).toBe('${FLOW_REVISION:verify-subflow}');
    expect(properties['parameters']).toContainEqual({
      type: 'string',
      value: '{{trigger.call.From}}',
      key: 'to',
    });
  });

  test('passes every parameter the subflow reads', () => {
    const subflow = JSON.stringify(shippedFlow('verify-subflow'));
    const read = new Set(
      [...subflow.matchAll(/trigger\.parent\.parameters\.(\w+)/g)].map((match) => match[1]),
    );
    const { parameters } = stateNamed(flow, 'run_verify').properties;
    const passed = Array.isArray(parameters)
      ? parameters.map((parameter: { key: string }) => parameter.key)
      : [];
    expect(passed.sort()).toEqual([...read].sort());
  });

  test('gets to success by the approved arrow alone', () => {
    const isApproval = ({ from, transition }: Arrow): boolean =>
      from === 'verify_status' && transition.event === 'match' && matchedValue(transition) === 'approved';
    expect(arrowsOf(flow).filter(isApproval)).toHaveLength(1);
    expect(reachableFrom(flow, 'Trigger', isApproval)).not.toContain('success');
  });

  test('looks at the status only after the subflow completed', () => {
    const into = arrowsOf(flow).filter(({ transition }) => transition.next === 'verify_status');
    expect(into.map(({ from, transition }) => [from, transition.event])).toEqual([
      ['run_verify', 'completed'],
    ]);
  });

  test('leads each status to a sentence of its own', () => {
    const { transitions } = stateNamed(flow, 'verify_status');
    expect(transitions.map((transition) => [matchedValue(transition), transition.next])).toEqual([
      [undefined, 'technical_trouble'],
      ['approved', 'success'],
      ['max_attempts_reached', 'too_many_attempts'],
      ['expired', 'code_expired'],
      ['no_input', 'nothing_entered'],
      ['invalid_number', 'number_cannot_be_used'],
      ['unreachable', 'number_cannot_be_reached'],
      ['rate_limited', 'too_many_requests'],
    ]);
    const sentences = transitions.map(({ next }) => stateNamed(flow, next ?? '').properties['say']);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test('says there is trouble when the subflow failed', () => {
    const failed = stateNamed(flow, 'run_verify').transitions.find(
      (transition) => transition.event === 'failed',
    );
    expect(failed?.next).toBe('technical_trouble');
  });
});
