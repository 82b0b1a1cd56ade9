import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Problem } from '../../studio/model/problem';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { flowVersion } from '../../studio/wiring/flow-version';
import { definitionHash } from './flow-versions';

/** A flow as the repository has it. */
export interface RepositoryFlow {
  /** `verify-subflow` */
  readonly name: string;
  /** `studio/flows/verify-subflow.json` */
  readonly file: string;
  /** `1.2.0` */
  readonly version: string;
  /** With placeholders where SIDs and URLs go. */
  readonly definition: FlowDefinition;
  readonly contentHash: string;
}

/** A flow, or all that is wrong with its file as `file: #/place: message`. */
export type FlowReading =
  | { readonly kind: 'flow'; readonly flow: RepositoryFlow }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads and parses a flow of the repository by its name. */
export async function readRepositoryFlow(projectDirectory: string, name: string): Promise<FlowReading> {
  const file = `studio/flows/${name}.json`;
  const json = parseJson(await readFile(path.join(projectDirectory, file), 'utf8'));
  if (json.kind === 'broken') return { kind: 'problems', problems: [`${file}: ${json.reason}`] };
  const parsed = parseFlow(json.value, { allowPlaceholders: true });
  if (!parsed.ok) return problemsOf(file, parsed.problems);
  const definition = parsed.flow;
  const read = flowVersion(definition);
  if (!read.ok) return problemsOf(file, [read.problem]);
  const { version } = read.version;
  return { kind: 'flow', flow: { name, file, version, definition, contentHash: definitionHash(definition) } };
}

type JsonReading =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'broken'; readonly reason: string };

function parseJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value };
  } catch (error) {
    return { kind: 'broken', reason: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function problemsOf(file: string, problems: readonly Problem[]): FlowReading {
  return {
    kind: 'problems',
    problems: problems.map((problem) => `${file}: ${problem.place}: ${problem.message}`),
  };
}
