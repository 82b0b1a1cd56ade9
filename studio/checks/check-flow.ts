import type { Problem } from '../model/problem';
import { parseFlow } from '../parsing/parse-flow';
import type { ParseOptions } from '../parsing/parsing';
import { checkedFlow, type CheckSurroundings } from './checked-flow';
import { inDocumentOrder } from './document-order';
import { checks } from './registry';

/** How strictly a definition is read, and what is known around it. All optional. */
export type CheckOptions = ParseOptions & CheckSurroundings;

/**
 * Everything that is wrong or doubtful in a flow definition, in document order: what Studio's own validation says, and, once
 * that has no error, what our checks say. An error is something that the flow cannot do at run time; a warning runs. Pure,
 * never throws, whatever the JSON.
 */
export function checkFlow(json: unknown, options: CheckOptions = {}): readonly Problem[] {
  const parsed = parseFlow(json, { ...options, saysMends: true });
  if (!parsed.ok) return inDocumentOrder(parsed.problems, json);
  const flow = checkedFlow(parsed.flow, options);
  const found = Object.entries(checks).flatMap(([rule, check]) =>
    check(flow).map(({ severity, place, message }): Problem => ({ severity, rule, place, message })),
  );
  return inDocumentOrder([...parsed.problems, ...found], json);
}
