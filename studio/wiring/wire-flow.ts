import { mapTexts } from './map-texts';
import { parsePlaceholder } from './placeholder';
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
  const problems = placeholdersIn(definition).flatMap((found) => findProblem(found, wiring));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: mapTexts(definition, (text) => wireText(text, wiring)) };
}

function wireText(text: string, wiring: Wiring): string {
  const placeholder = parsePlaceholder(text);
  return (placeholder && valueOf(placeholder, wiring)) ?? text;
}

function findProblem(found: FoundPlaceholder, wiring: Wiring): Problem[] {
  const { placeholder } = found;
  if (placeholder === null) {
    return [problem(found, `"${found.text}" is not a placeholder: see studio/README.md for the five kinds`)];
  }
  return valueOf(placeholder, wiring) === undefined ? [problem(found, describeMissing(placeholder))] : [];
}

function problem(found: FoundPlaceholder, reason: string): Problem {
  return {
    severity: 'error',
    rule: 'wired-placeholders',
    place: found.place,
    message: `Cannot wire widget "${found.widget}": ${reason}`,
  };
}
