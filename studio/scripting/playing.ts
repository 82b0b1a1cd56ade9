import { resumeExecution } from '../interpreter/resume';
import { startExecution } from '../interpreter/start';
import type { Execution, LogEntry, Surroundings, Trigger } from '../model/execution';
import type { FlowDefinition } from '../model/flow-definition';
import type { JsonObject } from '../model/json';
import type { Input, Wait } from '../model/wait';
import type { AnswerTable } from './answer-table';
import { decide, type Decision } from './decide';
import { filledTrigger } from './fill-trigger';
import type { FlowResult } from './flow-result';
import type { ScriptInput } from './flow-script';
import { resultOf } from './result-of';
import { witness, type Witnessed } from './witness';

/** A flow to run: definitions of its subflows by `flow_sid` as it stands in the flow. */
export interface RunnableFlow {
  readonly definition: FlowDefinition;
  readonly subflows?: Readonly<Record<string, FlowDefinition>>;
}

/** How an execution begins in a scripted world. */
export interface PlayedWorld {
  readonly trigger: Trigger;
  readonly parent: JsonObject | null;
  readonly answers: AnswerTable;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** SIDs in a scripted world: the same in every run. */
const FLOW_SID = `FW${'0'.repeat(31)}1`;
const EXECUTION_SID = `FN${'0'.repeat(31)}1`;

/** An execution in a scripted world while it is played: from wait to wait, with everything that was noticed on the way. */
export class Playing {
  /** What Liquid's `"now"` shows; whoever plays may move it on. */
  now: number;
  readonly #answers: AnswerTable;
  readonly #surroundings: Surroundings;
  readonly #log: LogEntry[] = [];
  readonly #witnessed: Witnessed = { heard: [], sent: [], requests: [] };
  #execution: Execution;
  /** The wait whose prompt was heard, whose message was sent, whose request was made. */
  #seen: Wait | null = null;

  /** Starts the flow, up to its first wait. */
  constructor(flow: RunnableFlow, { trigger, parent, answers, now }: PlayedWorld) {
    this.now = now;
    this.#answers = answers;
    this.#surroundings = surroundingsOf(flow, () => this.now);
    const { execution, log } = startExecution(
      {
        executionSid: EXECUTION_SID,
        flowSid: FLOW_SID,
        flow: { revision: '1', definition: flow.definition },
        trigger: filledTrigger(trigger),
        parent,
      },
      this.#surroundings,
    );
    this.#execution = execution;
    this.#log.push(...log);
  }

  /** Where it stands. */
  get execution(): Execution {
    return this.#execution;
  }

  /** What it waits for; null once it has ended. */
  get wait(): Wait | null {
    return this.#execution.wait;
  }

  /** Decides what happens at a wait, notes what that shows, and lets it happen where something does. */
  step(wait: Wait, next: ScriptInput | undefined): Decision {
    const decision = decide(this.#execution, wait, next, this.#answers);
    this.look(wait, decision);
    if ('input' in decision) this.resume(decision.input);
    return decision;
  }

  /** Notes what a wait shows, once: a hang-up leaves a Function at work, and the same wait is met again. */
  look(wait: Wait, decision: Decision): void {
    if (wait !== this.#seen) witness(this.#witnessed, wait, decision);
    this.#seen = wait;
  }

  /** Brings the execution an input. */
  resume(input: Input): void {
    const { execution, log } = resumeExecution(this.#execution, input, this.#surroundings);
    this.#execution = execution;
    this.#log.push(...log);
  }

  /** What came of it so far; `misfit` is where flow and script do not fit together, if anywhere. */
  result(misfit?: string): FlowResult {
    return resultOf(this.#execution, this.#log, this.#witnessed, misfit);
  }
}

function surroundingsOf({ definition, subflows = {} }: RunnableFlow, now: () => number): Surroundings {
  let sids = 0;
  return {
    findFlow: (flowSid) => {
      const found = flowSid === FLOW_SID ? definition : subflows[flowSid];
      return found && { revision: '1', definition: found };
    },
    now,
    newSid: (prefix) => prefix + String((sids += 1)).padStart(32, '0'),
  };
}
