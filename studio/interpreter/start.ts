import type { FlowRevision, Progress, Surroundings, Trigger } from '../model/execution';
import type { JsonObject } from '../model/json';
import { MAXIMUM_WIDGETS } from '../model/limits';
import { advance } from './advance';
import { receivedTrigger } from './received-trigger';
import { end, progressOf, warn, type Run } from './run';
import { widgetCount } from './widget-count';

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
  const { flow, flowSid, executionSid } = beginning;
  const trigger = receivedTrigger(beginning.trigger);
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
  if (widgetCount(flow.definition, surroundings) > MAXIMUM_WIDGETS) refuse(run);
  advance(run);
  return progressOf(run);
}

/** Not public: at which number warning 81025 comes before the error; here only the error does. */
function refuse(run: Run): void {
  const message = `The flow has more than ${MAXIMUM_WIDGETS} widgets, those of subflows included`;
  warn(run, 81026, message);
  end(run, { outcome: 'failed', code: 81026, message });
}
