import { mapTexts } from './map-texts';
import { formatPlaceholder, parsePlaceholder } from './placeholder';
import { placeholdersIn } from './placeholders-in';
import { describeMissing, valueOf } from './wiring';
import type { FoundPlaceholder } from './placeholders-in';
import type { Wiring } from './wiring';
import type { FlowDefinition } from '../model/flow-definition';
import type { Problem } from '../model/problem';

/** A definition that an account can run, or everything that is missing for it. */
export type WireResult =
  | { readonly ok: true; readonly definition: FlowDefinition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Puts an account's SIDs and URLs where a definition has placeholders. All of them or none: a flow with one
 * placeholder left would publish and then fail in the middle of a call.
 */
export function wireFlow(definition: FlowDefinition, wiring: Wiring): WireResult {
  const problems = placeholdersIn(definition).flatMap((found) => findProblem(found, definition, wiring));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: mapTexts(definition, (text) => wireText(text, wiring)) };
}

function wireText(text: string, wiring: Wiring): string {
  const placeholder = parsePlaceholder(text);
  return (placeholder && valueOf(placeholder, wiring)) ?? text;
}

function findProblem(found: FoundPlaceholder, definition: FlowDefinition, wiring: Wiring): Problem[] {
  const { placeholder } = found;
  if (placeholder === null) {
    return [problem(found, `"${found.text}" is not a placeholder: see studio/README.md for the six kinds`)];
  }
  if (placeholder.kind === 'FLOW_REVISION' && !isBesideSid(found, placeholder.flow, definition)) {
    const sid = formatPlaceholder({ kind: 'FLOW_SID', flow: placeholder.flow });
    return [problem(found, `"${found.text}" stands only in "flow_revision", beside "flow_sid": "${sid}"`)];
  }
  return valueOf(placeholder, wiring) === undefined ? [problem(found, describeMissing(placeholder))] : [];
}

/** Anywhere else a number could not be told from any other when a flow is unwired. */
function isBesideSid(found: FoundPlaceholder, flow: string, definition: FlowDefinition): boolean {
  const state = definition.states.find(({ name }) => name === found.widget);
  const sid = formatPlaceholder({ kind: 'FLOW_SID', flow });
  return found.place.endsWith('/properties/flow_revision') && state?.properties['flow_sid'] === sid;
}

function problem(found: FoundPlaceholder, reason: string): Problem {
  return {
    severity: 'error',
    rule: 'wired-placeholders',
    place: found.place,
    message: `Cannot wire widget "${found.widget}": ${reason}`,
  };
}
