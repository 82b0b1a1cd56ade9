import type { Json } from '../model/json';
import { parametersOf } from '../model/parameters';
import type { Parameter } from '../model/flow-definition';
import type { Visit, Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { parameters } from './properties';

/**
 * Sets `flow.variables.<key>` and `widgets.<name>.<key>` (https://www.twilio.com/docs/studio/widget-library/set-variables).
 * Not public: whether a pair sees the pairs before it; here all are rendered before any is set.
 */
export const setVariables: Widget = {
  type: 'set-variables',
  properties: { variables: parameters },
  events: ['next'],
  needsCall: false,
  analysis: {
    outputs: (state) => only(...parametersOf(state.properties['variables']).map(({ key }) => key))(),
    noticed: () => ({}),
    trouble: {},
  },
  enter: (visit) => {
    const pairs = parametersOf(visit.property('variables'));
    const variables = Object.fromEntries(pairs.map((pair) => [pair.key, valueOf(visit, pair)]));
    return { kind: 'leave', event: 'next', outputs: variables, variables };
  },
};

function valueOf(visit: Visit, pair: Parameter): Json {
  if (pair.type === 'json_object')
    return visit.renderObject(pair.value, pair.key) ?? visit.choices.storedOnBadJson;
  const text = visit.render(pair.value);
  return pair.type === 'string' ? text : cast(text);
}

/**
 * Without a type, a bare number becomes one (https://support.twilio.com/hc/en-us/articles/4413699936411). Not public: what
 * counts as bare; here only text that a number would print as, so that `007` and codes with leading zeros stay text.
 */
function cast(text: string): Json {
  const trimmed = text.trim();
  return trimmed !== '' && String(Number(trimmed)) === trimmed && Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : text;
}
