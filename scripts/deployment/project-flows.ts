import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { parseFlow } from '../../studio/parsing/parse-flow';
import type { NamedFlow } from './flow-versions-record';

/** The flows of this project, in the order in which they are published. */
export const FLOW_NAMES = ['verify-subflow', 'parent-ivr'] as const;

/** One of them. */
export type FlowName = (typeof FLOW_NAMES)[number];

/** A flow's file as it is, or every problem of it as `file: #/place: message`. */
export type FlowFile =
  | ({ readonly kind: 'flow'; readonly text: string } & NamedFlow)
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The flow's file relative to the project. */
export function flowFile(name: string): string {
  return `studio/flows/${name}.json`;
}

/** Reads and parses a flow of the project. Throws when the file cannot be read at all. */
export async function readFlowFile(projectDirectory: string, name: string): Promise<FlowFile> {
  const file = flowFile(name);
  const text = await readFile(path.join(projectDirectory, file), 'utf8');
  const json = parseJson(text);
  if (json === undefined) return { kind: 'problems', problems: [`${file}: it is not JSON`] };
  const parsed = parseFlow(json, { allowPlaceholders: true });
  if (parsed.ok) return { kind: 'flow', name, text, definition: parsed.flow };
  return {
    kind: 'problems',
    problems: parsed.problems.map((problem) => `${file}: ${problem.place}: ${problem.message}`),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
