import type { FlowRevision, Progress, Surroundings, Trigger } from '../model/execution';
import type { JsonObject } from '../model/json';
import { advance } from './advance';
import { progressOf, type Run } from './run';

/** What an execution starts from. `flow` must also be what `surroundings.findFlow` gives for its SID and revision. */
export interface Beginning {
  readonly executionSid: string;
  readonly flowSid: string;
  readonly flow: FlowRevision;
  readonly trigger: Trigger;
  /** `trigger.parent`, to run a subflow alone: it comes in by `incomingParent` then. Null when left out. */
  readonly parent?: JsonObject | null;
}

/**
 * Starts an execution and runs it to its first wait, or to its end. Synchronous and pure but for `surroundings`: what the
 * flow asks of the world is in `execution.wait`, and `resumeExecution` brings the answer.
 */
export function startExecution(beginning: Beginning, surroundings: Surroundings): Progress {
  const { flow, flowSid, trigger, executionSid } = beginning;
  const run: Run = {
    sid: executionSid,
    trigger,
    surroundings,
    log: [],
    frames: [
      {
        flowSid,
        revision: flow.revision,
        widget: flow.definition.initial_state,
        variables: {},
        widgets: {},
        parent: beginning.parent ?? null,
      },
    ],
    steps: 0,
    consecutiveRuns: 0,
    hasCall: trigger.kind === 'call',
    isCallOver: false,
    wait: null,
    ending: null,
  };
  advance(run);
  return progressOf(run);
}
