import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Problem } from '../../studio/model/problem';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { flowVersion } from '../../studio/wiring/flow-version';
import { definitionHash } from './versions/flow-versions';

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
  const json = await readJson(path.join(projectDirectory, file));
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

/** A file that is being replaced may be gone for a moment: that is a problem of the file, not of the program. */
async function readJson(file: string): Promise<JsonReading> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return { kind: 'value', value };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'broken', reason: `not JSON: ${error.message}` };
    return { kind: 'broken', reason: 'cannot be read: put the file back' };
  }
}

function problemsOf(file: string, problems: readonly Problem[]): FlowReading {
  return {
    kind: 'problems',
    problems: problems.map((problem) => `${file}: ${problem.place}: ${problem.message}`),
  };
}
