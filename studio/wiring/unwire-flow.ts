import { mapTexts } from './map-texts';
import { placeholdersByValue } from './wiring';
import type { Wiring } from './wiring';
import type { FlowDefinition } from '../model/flow-definition';

/**
 * Turns an account's SIDs and URLs back into placeholders: the inverse of `wireFlow` under the same wiring. Values
 * that the wiring does not know stay as they are.
 */
export function unwireFlow(definition: FlowDefinition, wiring: Wiring): FlowDefinition {
  const byValue = placeholdersByValue(wiring);
  return mapTexts(definition, (text) => byValue.get(text) ?? text);
}
