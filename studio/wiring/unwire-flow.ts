import { mapTexts } from './map-texts';
import { formatPlaceholder, parsePlaceholder } from './placeholder';
import { placeholdersByValue } from './wiring';
import type { Wiring } from './wiring';
import type { FlowDefinition, State } from '../model/flow-definition';

/**
 * Turns an account's SIDs and URLs back into placeholders: the inverse of `wireFlow` under the same wiring. Values
 * that the wiring does not know stay as they are. A subflow of the wiring that is pinned to a revision gets its
 * placeholder whatever the number: which one was published last is not what the author of a flow decides.
 */
export function unwireFlow(definition: FlowDefinition, wiring: Wiring): FlowDefinition {
  const byValue = placeholdersByValue(wiring);
  const unwired = mapTexts(definition, (text) => byValue.get(text) ?? text);
  return { ...unwired, states: unwired.states.map(unpin) };
}

function unpin(state: State): State {
  const { flow_sid: flowSid, flow_revision: revision } = state.properties;
  if (typeof flowSid !== 'string' || typeof revision !== 'string' || !/^\d+$/.test(revision)) return state;
  const placeholder = parsePlaceholder(flowSid);
  if (placeholder?.kind !== 'FLOW_SID') return state;
  const flow_revision = formatPlaceholder({ kind: 'FLOW_REVISION', flow: placeholder.flow });
  return { ...state, properties: { ...state.properties, flow_revision } };
}
