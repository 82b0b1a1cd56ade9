import { resumeExecution } from '../../studio/interpreter/resume';
import { playCall } from '../calls/play-call';
import { withDeployed } from './deployed-twilio';
import type { Figure } from './figure';
import { readShippedFlows, type ShippedFlows } from './flow-files';
import { beginCall, goodAnswer } from './interpreted-call';

const WARM_UP_CALLS = 500;
const CALLS = 5000;
const WHOLE_CALLS = 100;

/**
 * How many verified calls a core can simulate: through the interpreter alone, with functions that answer at once; and
 * through everything, with real functions, real HTTP and the real SDK.
 */
export async function simulatedCalls(projectDirectory: string): Promise<Figure[]> {
  const flows = await readShippedFlows(projectDirectory);
  for (let call = 0; call < WARM_UP_CALLS; call += 1) interpretCall(flows);
  const began = performance.now();
  let steps = 0;
  for (let call = 0; call < CALLS; call += 1) steps += interpretCall(flows);
  const seconds = (performance.now() - began) / 1000;
  return [
    { name: 'simulated calls', value: CALLS / seconds, unit: 'calls/s', aim: { atLeast: 500 } },
    { name: 'simulated steps', value: steps / seconds, unit: 'steps/s', aim: { atLeast: 100_000 } },
    { name: 'calls through everything', value: await wholeCalls(projectDirectory), unit: 'calls/s' },
  ];
}

/** Runs one verified call; answers how many steps it took. */
function interpretCall({ parent, surroundings }: ShippedFlows): number {
  let progress = beginCall(parent, surroundings);
  while (progress.execution.wait !== null) {
    progress = resumeExecution(progress.execution, goodAnswer(progress.execution.wait), surroundings);
  }
  return progress.execution.steps;
}

function wholeCalls(projectDirectory: string): Promise<number> {
  return withDeployed('virtual', projectDirectory, async ({ local, phoneNumber }) => {
    const began = performance.now();
    for (let call = 0; call < WHOLE_CALLS; call += 1) {
      const from = `+1415555${String(100 + (call % 99)).padStart(4, '0')}`;
      const steps = [{ kind: 'presses', keys: '{code}#' }] as const;
      const { status, problem } = await playCall(local, { from, to: phoneNumber, steps });
      if (status !== 'approved') throw new Error(`A call ended as "${status}": ${problem ?? ''}`);
    }
    return WHOLE_CALLS / ((performance.now() - began) / 1000);
  });
}
