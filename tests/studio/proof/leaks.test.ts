import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parametersOf } from '../../../studio/model/parameters';
import { prove } from '../../../studio/proof/prove';
import { on, withArrow, withProperties, withStates } from '../../scripts/deployment/edit-flow';
import { state } from '../../support/flows';
import { shippedFlow } from '../wiring/shipped-flows';
import { LIMITS, questionOf } from './question';

const parent = shippedFlow('parent-ivr');
const subflow = shippedFlow('verify-subflow');
const DIGITS = '{{widgets.ask_code.Digits}}';

/** The subflow whose result says something else, or more. */
function returning(result: string, key: string, value: string): FlowDefinition {
  const set = subflow.states.find(({ name }) => name === result);
  const others = parametersOf(set?.properties['variables']).filter((pair) => pair.key !== key);
  const variables = [...others.map((pair) => ({ ...pair, type: 'string' })), { key, value, type: 'string' }];
  return withProperties(subflow, result, { variables });
}

function saying(say: string): FlowDefinition {
  return withProperties(subflow, 'say_error', { say });
}

/** The subflow that asks a server when a check has failed. */
function asking(url: string, parameters: Record<string, string> = {}): FlowDefinition {
  const list = Object.entries(parameters).map(([key, value]) => ({ key, value }));
  return withStates(
    withArrow(subflow, 'check_verify', on('fail'), 'tell'),
    state(
      'tell',
      'make-http-request',
      { url, method: 'POST', parameters: list },
      { success: 'say_error', failed: 'say_error' },
    ),
  );
}

const LEAKS: Readonly<Record<string, { subflow: FlowDefinition; property: string }>> = {
  'the code among its results': {
    property: 'no-leak',
    subflow: returning('result_error', 'code', DIGITS),
  },
  'the code for the count': {
    property: 'subflow-contract',
    subflow: returning('result_error', 'attempts', DIGITS),
  },
  'the number in a sentence': {
    property: 'no-leak',
    subflow: returning('result_error', 'message', 'It failed for {{trigger.call.From}}.'),
  },
  'a word for the count': {
    property: 'subflow-contract',
    subflow: returning('result_error', 'attempts', 'many'),
  },
  'another number': {
    property: 'subflow-contract',
    subflow: returning('result_error', 'to', '+14155559999'),
  },
  'the number in two halves': {
    property: 'no-leak',
    subflow: saying('{{trigger.call.From | slice: 0, 6}} and {{trigger.call.From | slice: 6, 6}}'),
  },
  'the code in two halves': {
    property: 'no-leak',
    subflow: saying('{{widgets.ask_code.Digits | slice: 0, 3}} - {{widgets.ask_code.Digits | slice: 3, 3}}'),
  },
  'a sound that is named for the code': {
    property: 'no-leak',
    subflow: withProperties(subflow, 'say_error', { play: `https://example.com/${DIGITS}.mp3`, say: '' }),
  },
  'an address with the code in it': {
    property: 'no-leak',
    subflow: asking(`https://example.com/?code=${DIGITS}`),
  },
  'the code to somebody else': {
    property: 'no-leak',
    subflow: asking('https://example.com/', { code: DIGITS }),
  },
};

describe('prove', () => {
  test.each(Object.entries(LEAKS))(
    'refutes a subflow that gives %s',
    (_title, { subflow: leaking, property }) => {
      const { violations } = prove(questionOf(parent, leaking), { ...LIMITS, stopsAtFirst: false });
      expect(violations.map((violation) => violation.property)).toContain(property);
    },
  );

  test.each([
    ['the last digits', saying('The number that ends in {{trigger.call.From | slice: -4, 4}}.')],
    ['the number to a server', asking('https://example.com/', { number: '{{trigger.call.From}}' })],
  ])('proves a subflow that gives %s', (_title, telling) => {
    expect(prove(questionOf(parent, telling), LIMITS)).toMatchObject({ status: 'proven', reasons: [] });
  });
});
