import type {
  Execution,
  FlowRevision,
  LogEntry,
  Progress,
  Surroundings,
  Trigger,
} from '../../studio/model/execution';
import type { FlowDefinition, State, Transition } from '../../studio/model/flow-definition';
import type { JsonObject } from '../../studio/model/json';
import type { Choices } from '../../studio/model/undocumented';
import type { Input } from '../../studio/model/wait';
import { resumeExecution } from '../../studio/interpreter/resume';
import { startExecution } from '../../studio/interpreter/start';

/** The number that calls in these tests, and the one that it calls: fictional ones. */
export const CALLER = '+14155550100';
export const IVR = '+14155550199';

/** A call's webhook parameters, as few as the flows here read. */
export const callTrigger: Trigger = {
  kind: 'call',
  parameters: { From: CALLER, To: IVR, CallSid: 'CA00000000000000000000000000000001' },
};

/** A state with arrows written as `{ event: next }`. */
export function state(
  name: string,
  type: string,
  properties: JsonObject,
  arrows: Readonly<Record<string, string>> = {},
): State {
  const transitions: Transition[] = Object.entries(arrows).map(([event, next]) =>
    next === '' ? { event } : { event, next },
  );
  return { name, type, transitions, properties };
}

/** A flow whose trigger leads to the first of the given states, from every door. */
export function flow(...states: readonly State[]): FlowDefinition {
  const first = states[0]?.name ?? '';
  const doors = [
    'incomingCall',
    'incomingMessage',
    'incomingConversationMessage',
    'incomingRequest',
    'incomingParent',
  ];
  const trigger = state('Trigger', 'trigger', {}, Object.fromEntries(doors.map((door) => [door, first])));
  return { description: 'A test flow', initial_state: 'Trigger', states: [trigger, ...states] };
}

/** A world of flows by SID, a standing clock, and SIDs that count up. */
export function surroundingsOf(flows: Readonly<Record<string, FlowDefinition>>): Surroundings {
  let sids = 0;
  return {
    findFlow: (flowSid): FlowRevision | undefined => {
      const definition = flows[flowSid];
      return definition && { revision: '1', definition };
    },
    now: () => Date.UTC(2026, 0, 15, 20, 30),
    newSid: (prefix) => prefix + String((sids += 1)).padStart(32, '0'),
  };
}

/** A played execution: where it stands now and everything that it did. */
export interface Played {
  readonly execution: Execution;
  readonly log: readonly LogEntry[];
}

/** SID of the flow that `play` runs. */
export const FLOW_SID = `FW${'1'.repeat(32)}`;

/** Starts a flow and brings it the inputs in order. */
export function play(
  definition: FlowDefinition,
  inputs: readonly Input[] = [],
  options: {
    readonly trigger?: Trigger;
    readonly subflows?: Readonly<Record<string, FlowDefinition>>;
    readonly choices?: Choices;
  } = {},
): Played {
  const world = surroundingsOf({ ...options.subflows, [FLOW_SID]: definition });
  const surroundings = options.choices === undefined ? world : { ...world, choices: options.choices };
  const first = startExecution(
    {
      executionSid: `FN${'1'.repeat(32)}`,
      flowSid: FLOW_SID,
      flow: { revision: '1', definition },
      trigger: options.trigger ?? callTrigger,
    },
    surroundings,
  );
  return inputs.reduce<Played>((played, input) => {
    const progress: Progress = resumeExecution(played.execution, input, surroundings);
    return { execution: progress.execution, log: [...played.log, ...progress.log] };
  }, first);
}

/** The steps of a log as `widget event next`. */
export function stepsOf(log: readonly LogEntry[]): string[] {
  return log.flatMap((entry) =>
    entry.kind === 'step' ? [`${entry.widget} ${entry.event} ${entry.next ?? '(end)'}`] : [],
  );
}

/** The codes of a log's warnings. */
export function warningsOf(log: readonly LogEntry[]): number[] {
  return log.flatMap((entry) => (entry.kind === 'warning' ? [entry.code] : []));
}
