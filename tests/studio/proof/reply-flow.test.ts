import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parametersOf } from '../../../studio/model/parameters';
import { prove, type Proof } from '../../../studio/proof/prove';
import { on, withArrow, withProperties } from '../../scripts/deployment/edit-flow';
import { stateNamed } from '../flows/graph';
import { shippedFlow } from '../wiring/shipped-flows';
import { LIMITS } from './question';

const flow = shippedFlow('otp-by-reply');

function proofOf(definition: FlowDefinition): Proof {
  const protectedWidgets = ['result_approved_by_text', 'result_approved_by_call'];
  return prove({ parent: { revision: '1', definition }, subflows: new Map(), protectedWidgets }, LIMITS);
}

/** The flow with a variable set otherwise at one widget. */
function setting(widget: string, key: string, value: string): FlowDefinition {
  const others = parametersOf(stateNamed(flow, widget).properties['variables']);
  const variables = [...others.filter((pair) => pair.key !== key), { key, value }];
  return withProperties(flow, widget, { variables: variables.map((pair) => ({ ...pair, type: 'string' })) });
}

/** Changes that make it unsafe, and the property that they break. */
const UNSAFE: Readonly<Record<string, readonly [property: string, definition: FlowDefinition]>> = {
  'approves whoever does not answer': [
    'no-bypass',
    withArrow(flow, 'ask_reply', on('timeout'), 'text_approved'),
  ],
  'approves when the check fails': ['no-bypass', withArrow(flow, 'check_reply', on('fail'), 'text_approved')],
  'has a code sent to a number of its parameters': [
    'own-number',
    withProperties(flow, 'start_verify', {
      parameters: [{ key: 'to', value: '{{trigger.request.parameters.to}}' }],
    }),
  ],
  'hangs up without a word': [
    'no-dead-end',
    withArrow(flow, 'limit_key_silences', on('noMatch'), 'result_no_input'),
  ],
  'asks for ever': ['termination', withArrow(flow, 'ask_reply', on('timeout'), 'tell_sent')],
  'writes the answer back': [
    'no-leak',
    withProperties(flow, 'text_expired', { body: '{{widgets.ask_reply.inbound.Body}} is no longer valid.' }),
  ],
  'keeps the answer': ['no-leak', setting('count_reply', 'code', '{{widgets.ask_reply.inbound.Body}}')],
  'keeps the keys': ['no-leak', setting('count_keys', 'code', '{{widgets.ask_keys.Digits}}')],
  'begins with approved': ['request-contract', setting('read_parameters', 'status', 'approved')],
  'says verified of an expired code': ['request-contract', setting('result_expired', 'verified', 'true')],
};

describe('the flow that takes a code by reply', () => {
  test('is proven, and its cost is bounded', () => {
    const { status, explored, reasons } = proofOf(flow);
    expect([status, ...reasons]).toEqual(['proven']);
    const byRest = explored.find(({ kind }) => kind === 'request');
    expect(byRest?.cost).toMatchObject({ texts: 2, functionCalls: 8 });
    expect(byRest?.cost?.steps).toBeLessThan(100);
  });

  test.each(Object.entries(UNSAFE))('is not proven when it %s', (_, [property, definition]) => {
    const { status, violations, reasons } = proofOf(definition);
    expect(status).not.toBe('proven');
    const told = [...violations.map((violation) => violation.property), ...reasons];
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${property}`)));
  });
});
