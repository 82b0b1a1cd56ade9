import { answerTable } from './answer-table';
import type { FlowResult } from './flow-result';
import type { FlowScript } from './flow-script';
import { Playing, type RunnableFlow } from './playing';

/**
 * Runs a flow in a scripted world, to its end or to where the script is over. Pure: no clock, no network, the same result
 * every time. A script that does not fit the flow is no exception but an `error` in the result, beside all that happened.
 */
export function runFlowScript(flow: RunnableFlow, script: FlowScript): FlowResult {
  const { trigger, parent, inputs, http, now } = script;
  const playing = new Playing(flow, { trigger, parent, now, answers: answerTable(http) });
  return playing.result(play(playing, inputs));
}

/** Plays to the end; answers where flow and script do not fit together, if anywhere. */
function play(playing: Playing, inputs: FlowScript['inputs']): string | undefined {
  let taken = 0;
  for (let { wait } = playing; wait !== null; { wait } = playing) {
    const decision = playing.step(wait, inputs[taken]);
    if (decision.kind === 'over') return undefined;
    if (decision.kind === 'misfit') return at(decision.message, taken);
    if (decision.kind === 'taken') taken += 1;
  }
  const left = inputs.length - taken;
  return left > 0 ? unused(taken, left) : undefined;
}

function at(message: string, taken: number): string {
  return `Input ${String(taken + 1)} of the script does not fit: ${message}`;
}

function unused(taken: number, left: number): string {
  const rest = left === 1 ? 'input' : 'inputs';
  return `The flow ended before the last ${String(left)} ${rest} of the script, from input ${String(taken + 1)} on: take them out, or see where it took another way`;
}
