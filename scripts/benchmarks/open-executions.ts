import { resumeExecution } from '../../studio/interpreter/resume';
import type { Execution } from '../../studio/model/execution';
import type { Figure } from './figure';
import { readShippedFlows, type ShippedFlows } from './flow-files';
import { heapMegabytes } from './heap';
import { beginCall, goodAnswer } from './interpreted-call';

const OPEN_EXECUTIONS = 10_000;

/** Memory of executions alone, each stored as JSON and revived, while they wait for the code: heap after collection. */
export async function openExecutions(projectDirectory: string): Promise<Figure[]> {
  const flows = await readShippedFlows(projectDirectory);
  const stored = JSON.stringify(untilCodeIsAsked(flows));
  const before = heapMegabytes();
  const open = Array.from({ length: OPEN_EXECUTIONS }, () => JSON.parse(stored) as Execution);
  const value = heapMegabytes() - before;
  if (open.some(({ wait }) => wait?.kind !== 'keys')) throw new Error('Every execution waits for a code');
  return [{ name: '10 000 open executions', value, unit: 'MB', aim: { atMost: 200 } }];
}

function untilCodeIsAsked({ parent, surroundings }: ShippedFlows): Execution {
  let { execution } = beginCall(parent, surroundings);
  while (execution.wait !== null && execution.wait.kind !== 'keys') {
    ({ execution } = resumeExecution(execution, goodAnswer(execution.wait), surroundings));
  }
  return execution;
}
