import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { readJsonFile } from './read-json-file';

/** A flow from a file, or every error in it as a sentence. */
export type FlowFile =
  | { readonly ok: true; readonly flow: FlowDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a flow definition, wired or with placeholders. Errors say where they are; warnings are left to the checks. Throws
 * `unreadable-file` when there is no such file, or no JSON in it.
 */
export async function readFlowFile(file: string): Promise<FlowFile> {
  const { json } = await readJsonFile(file);
  const parsed = parseFlow(json, { allowPlaceholders: true });
  if (parsed.ok) return { ok: true, flow: parsed.flow };
  const errors = parsed.problems.filter((problem) => problem.severity === 'error');
  return {
    ok: false,
    problems: errors.map(({ place, message }) => `${path.basename(file)}: ${place}: ${message}`),
  };
}
