import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import { parseFlow } from '../../studio/parsing/parse-flow';
import type { FlowPair } from './judge/stage';

/** The shipped flows, unwired. Rejects when one of them does not parse: there is nothing to mutate then. */
export async function readPair(projectDirectory: string): Promise<FlowPair> {
  const read = (name: string): Promise<FlowDefinition> =>
    readFlow(path.join(projectDirectory, 'studio', 'flows', `${name}.json`));
  return { parent: await read('parent-ivr'), subflow: await read('verify-subflow') };
}

async function readFlow(file: string): Promise<FlowDefinition> {
  const parsed = parseFlow(JSON.parse(await readFile(file, 'utf8')), { allowPlaceholders: true });
  if (parsed.ok) return parsed.flow;
  throw new Error(`${file}: ${parsed.problems.map((problem) => problem.message).join('; ')}`);
}
