import { resumeExecution } from '../../studio/interpreter/resume';
import { startExecution } from '../../studio/interpreter/start';
import { assertNever } from '../../studio/model/assert-never';
import type { Progress } from '../../studio/model/execution';
import type { Input, Wait } from '../../studio/model/wait';
import { playCall } from '../calls/play-call';
import { withDeployed } from './deployed-twilio';
import type { Figure } from './figure';
import { PARENT_SID, readShippedFlows, type ShippedFlows } from './flow-files';

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
    { name: 'simulated steps', value: steps / seconds, unit: 'steps/s' },
    { name: 'calls through everything', value: await wholeCalls(projectDirectory), unit: 'calls/s' },
  ];
}

/** Runs one verified call; answers how many steps it took. */
function interpretCall({ parent, surroundings }: ShippedFlows): number {
  const trigger = {
    kind: 'call',
    parameters: { From: '+14155550100', To: '+14155550199', CallSid: 'CA' },
  } as const;
  const executionSid = `FN${'0'.repeat(32)}`;
  let progress: Progress = startExecution(
    { executionSid, flowSid: PARENT_SID, flow: parent, trigger },
    surroundings,
  );
  while (progress.execution.wait !== null) {
    progress = resumeExecution(progress.execution, goodAnswer(progress.execution.wait), surroundings);
  }
  return progress.execution.steps;
}

function goodAnswer(wait: Wait): Input {
  switch (wait.kind) {
    case 'speech':
      return { kind: 'audio-complete' };
    case 'keys':
      return { kind: 'keys', digits: '123456' };
    case 'function': {
      const status = wait.request.url.includes('start-verify') ? 'sent' : 'approved';
      const body = JSON.stringify({ success: true, status, message: '', attempts: 1, retryAfterSeconds: 0 });
      return { kind: 'request-result', result: { status: 200, contentType: 'application/json', body } };
    }
    case 'http':
    case 'message':
    case 'reply':
    case 'outside':
      throw new Error(`The shipped flows never wait for a ${wait.kind}`);
    default:
      return assertNever(wait);
  }
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
