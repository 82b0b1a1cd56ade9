import { resumeExecution } from '../interpreter/resume';
import { startExecution } from '../interpreter/start';
import type { Execution, LogEntry, Progress, Surroundings } from '../model/execution';
import type { FlowDefinition } from '../model/flow-definition';
import type { Wait } from '../model/wait';
import { answerTable } from './answer-table';
import { decide, type Decision } from './decide';
import { filledTrigger } from './fill-trigger';
import type { FlowResult } from './flow-result';
import type { FlowScript } from './flow-script';
import { resultOf, type Witnessed } from './result-of';

/** A flow to run: definitions of its subflows by `flow_sid` as it stands in the flow. */
export interface RunnableFlow {
  readonly definition: FlowDefinition;
  readonly subflows?: Readonly<Record<string, FlowDefinition>>;
}

/** SIDs in a scripted world: the same in every run. */
const FLOW_SID = `FW${'0'.repeat(31)}1`;
const EXECUTION_SID = `FN${'0'.repeat(31)}1`;

/**
 * Runs a flow in a scripted world, to its end or to where the script is over. Pure: no clock, no network, the same result
 * every time. A script that does not fit the flow is no exception but an `error` in the result, beside all that happened.
 */
export function runFlowScript(flow: RunnableFlow, script: FlowScript): FlowResult {
  const surroundings = surroundingsOf(flow, script);
  const witnessed = { heard: [], sent: [], requests: [] } satisfies Witnessed;
  const begun = startExecution(
    {
      executionSid: EXECUTION_SID,
      flowSid: FLOW_SID,
      flow: { revision: '1', definition: flow.definition },
      trigger: filledTrigger(script.trigger),
      parent: script.parent,
    },
    surroundings,
  );
  const { execution, log, error } = play(begun, script, surroundings, witnessed);
  return resultOf(execution, log, witnessed, error);
}

interface Played {
  readonly execution: Execution;
  readonly log: readonly LogEntry[];
  readonly error: string | undefined;
}

function play(begun: Progress, script: FlowScript, surroundings: Surroundings, witnessed: Witnessed): Played {
  const log: LogEntry[] = [...begun.log];
  const answers = answerTable(script.http);
  let { execution } = begun;
  let taken = 0;
  let seen: Wait | null = null;
  while (execution.wait !== null) {
    const { wait } = execution;
    const decision = decide(execution, wait, script.inputs[taken], answers);
    // A hang-up leaves a Function at work: the same wait is met again.
    witness(witnessed, wait, decision, wait === seen);
    seen = wait;
    if (decision.kind === 'over') return { execution, log, error: undefined };
    if (decision.kind === 'misfit') return { execution, log, error: at(decision.message, taken) };
    if (decision.kind === 'taken') taken += 1;
    const progress = resumeExecution(execution, decision.input, surroundings);
    log.push(...progress.log);
    ({ execution } = progress);
  }
  const left = script.inputs.length - taken;
  return { execution, log, error: left > 0 ? unused(taken, left) : undefined };
}

/** Notes what can be noticed of a wait; what a message comes to is known with the decision only. */
function witness(witnessed: Witnessed, wait: Wait, decision: Decision, isKnown: boolean): void {
  if (isKnown) return;
  switch (wait.kind) {
    case 'speech':
    case 'keys': {
      const { say, play: url } = wait.kind === 'speech' ? wait.speech : wait.prompt;
      if (say + url !== '') witnessed.heard.push(say === '' ? url : say);
      return;
    }
    case 'function':
    case 'http': {
      const { method, url, parameters } = wait.request;
      witnessed.requests.push({ method, url, parameters });
      return;
    }
    case 'message':
    case 'reply':
      if (!isRefused(decision)) witnessed.sent.push({ to: wait.message.to, body: wait.message.body });
      return;
    case 'outside':
  }
}

function isRefused(decision: Decision): boolean {
  if (!('input' in decision)) return false;
  const { input } = decision;
  return input.kind === 'delivery-failure' || (input.kind === 'message-result' && input.failed);
}

function at(message: string, taken: number): string {
  return `Input ${String(taken + 1)} of the script does not fit: ${message}`;
}

function unused(taken: number, left: number): string {
  const rest = left === 1 ? 'input' : 'inputs';
  return `The flow ended before the last ${String(left)} ${rest} of the script, from input ${String(taken + 1)} on: take them out, or see where it took another way`;
}

function surroundingsOf({ definition, subflows = {} }: RunnableFlow, script: FlowScript): Surroundings {
  let sids = 0;
  return {
    findFlow: (flowSid) => {
      const found = flowSid === FLOW_SID ? definition : subflows[flowSid];
      return found && { revision: '1', definition: found };
    },
    now: () => script.now,
    newSid: (prefix) => prefix + String((sids += 1)).padStart(32, '0'),
  };
}
