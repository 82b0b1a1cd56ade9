import fc from 'fast-check';
import { checkFlow } from '../../../studio/checks/check-flow';
import { shippedFlow } from '../wiring/shipped-flows';
import { callFlow, gather, say, set } from './flows';

const SUBFLOW = '${FLOW_SID:verify-subflow}';

describe('checkFlow', () => {
  test('finds nothing in the shipped flows, warnings included', () => {
    const parent = shippedFlow('parent-ivr');
    const subflow = shippedFlow('verify-subflow');
    expect(checkFlow(parent, { allowPlaceholders: true, subflows: { [SUBFLOW]: subflow } })).toEqual([]);
    expect(
      checkFlow(subflow, { allowPlaceholders: true, parents: [{ definition: parent, flowSid: SUBFLOW }] }),
    ).toEqual([]);
  });

  test('gives the problems of the parser alone while it has errors', () => {
    const flow = callFlow(say('hello', '{{name}}', 'gone'));
    expect(checkFlow(flow).map(({ rule }) => rule)).toEqual(['known-transitions']);
  });

  test('gives problems of all rules in document order', () => {
    const flow = callFlow(
      gather('ask', { keypress: 'note', timeout: 'ask' }, { say: '{{name}}', weather: 'fine' }),
      set('note', { a: '{{flow.variables.b}}' }),
    );
    expect(checkFlow(flow).map(({ rule, place }) => `${place} ${rule}`)).toEqual([
      '#/states/1/transitions/2 no-unbounded-loops',
      '#/states/1/properties/say known-roots',
      '#/states/1/properties/weather known-properties',
      '#/states/2/transitions/0 no-silent-ends',
      '#/states/2/properties/variables/0/value known-flow-variables',
    ]);
  });

  test('puts what is missing at the end of what it is missing from', () => {
    const places = checkFlow({
      states: [
        { name: 'a', type: 'split-based-on', transitions: [{}], properties: {} },
        { name: 'b', type: 'nope', transitions: [], properties: {} },
      ],
      initial_state: 'a',
    }).map(({ place }) => place);
    expect(places).toEqual([
      '#/states/0/transitions/0/event',
      '#/states/0/properties/input',
      '#/states/1/type',
    ]);
  });

  test('finds a place whose name has a slash', () => {
    const odd = { say: 'Hello.', 'a/b~c': 1, weather: 'fine' };
    const flow = callFlow(gather('ask', { keypress: 'ask', timeout: 'ask' }, odd));
    const places = checkFlow(flow).map(({ place }) => place);
    expect(places.slice(-2)).toEqual(['#/states/1/properties/a~1b~0c', '#/states/1/properties/weather']);
  });

  test('never throws, whatever the JSON', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('{{a.b', '{{ a | x }}', '{% for i in a %}', '${X}'));
    const properties = fc.dictionary(fc.constantFrom('say', 'url', 'input', 'variables', 'flow_sid'), texts);
    const types = fc.constantFrom(
      'say-play',
      'split-based-on',
      'run-subflow',
      'run-function',
      'enqueue-call',
    );
    const names = fc.constantFrom('Trigger', 'a', 'b');
    const transitions = fc.array(fc.record({ event: fc.constantFrom('next', 'match', 'fail'), next: names }));
    const states = fc.array(fc.record({ name: names, type: types, transitions, properties }));
    fc.assert(
      fc.property(fc.oneof(states, fc.jsonValue()), (value) => {
        const json = { description: '', initial_state: 'a', states: value };
        expect(() => checkFlow(json, { allowPlaceholders: true })).not.toThrow();
        expect(() => checkFlow(value)).not.toThrow();
      }),
    );
  });
});
