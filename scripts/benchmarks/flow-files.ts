import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowRevision, Surroundings } from '../../studio/model/execution';
import { parseFlow } from '../../studio/parsing/parse-flow';

/** The two flows of the repository, unwired: the interpreter does not mind placeholders. */
export interface ShippedFlows {
  readonly parent: FlowRevision;
  readonly surroundings: Surroundings;
}

/** SID under which the parent runs; every other SID is the subflow's. */
export const PARENT_SID = `FW${'0'.repeat(32)}`;

/** Reads both flows and puts them into a world that stands still. */
export async function readShippedFlows(projectDirectory: string): Promise<ShippedFlows> {
  const [parent, subflow] = await Promise.all(
    ['parent-ivr', 'verify-subflow'].map((name) =>
      read(path.join(projectDirectory, 'studio/flows', `${name}.json`)),
    ),
  );
  if (parent === undefined || subflow === undefined) throw new Error('Two flows are read');
  return {
    parent,
    surroundings: {
      findFlow: (sid) => (sid === PARENT_SID ? parent : subflow),
      now: () => 0,
      newSid: (prefix) => prefix + '0'.repeat(32),
    },
  };
}

async function read(file: string): Promise<FlowRevision> {
  const parsed = parseFlow(JSON.parse(await readFile(file, 'utf8')), { allowPlaceholders: true });
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problems.map((problem) => problem.message).join('; ')}`);
  return { revision: '1', definition: parsed.flow };
}
