import { resumeExecution } from '../interpreter/resume';
import { startExecution } from '../interpreter/start';
import type { Execution, FlowRevision, LogEntry, Progress, Surroundings, Trigger } from '../model/execution';
import { unknownText } from '../model/unknown';
import { QUIET_WORLD, type CallWorld } from './call-world';
import type { Choice } from './choice';
import { choicesAt } from './choices';
import { forEachWay, type Decision, type Oracle } from './decisions';
import { keyOf, type LivenessByFlow } from './state-key';

/** What is explored: a parent flow and everything it runs, for one kind of call. */
export interface Subject {
  readonly flowSid: string;
  readonly flow: FlowRevision;
  /** The surroundings of one run of the flow, in which the oracle decides what nobody knows. */
  readonly surroundingsOf: (oracle: Oracle) => Surroundings;
  readonly liveness: LivenessByFlow;
  readonly trigger: Trigger;
}

/** How much is tried before the proof gives up and says so. */
export interface ExplorationLimits {
  /** Different states. */
  readonly states: number;
  /** True when there is no time left: asked now and then. */
  readonly isTimeUp: () => boolean;
}

/** A state of the call between two happenings; `id` is its place in `nodes`. */
export interface Node {
  readonly id: number;
  readonly execution: Execution;
  readonly world: CallWorld;
  /** The edge that first led here. */
  readonly via: LoggedEdge;
}

/** One happening, from a state to the next. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Null for the edge that starts the call. */
  readonly choice: Choice | null;
  /** Widgets that the flow left in answer to it. */
  readonly steps: number;
}

/** An edge with all that the flow did; kept for those edges only that first led to a state, and so make the paths. */
export interface LoggedEdge extends Edge {
  readonly log: readonly LogEntry[];
  /** What was taken for granted of values that nobody knows. */
  readonly decisions: readonly Decision[];
}

/** Every state that can be reached, each once, in breadth-first order; so `via` edges make shortest paths. */
export interface Exploration {
  readonly nodes: readonly Node[];
  /** The edges that start the call, then every other. */
  readonly edges: readonly Edge[];
  /** Why the exploration is not complete; null when it is. */
  readonly gaveUp: string | null;
  /** True when whoever watched it had seen enough. */
  readonly wasEnded: boolean;
}

/** Ways in which unknown values may decide, for one choice. More are not tried. */
export const MAXIMUM_WAYS = 2048;

const EXECUTION_SID = unknownText('flow.sid');

/** Sees every arrival, also at states that are known already; `nodes` are those found so far. True ends the exploration. */
export type OnArrival = (
  arrived: { readonly execution: Execution; readonly world: CallWorld },
  edge: LoggedEdge,
  nodes: readonly Node[],
) => boolean;

/** Explores all behaviour of a call: every choice at every wait, until nothing new comes up. */
export function explore(subject: Subject, limits: ExplorationLimits, onArrival: OnArrival): Exploration {
  const explorer = new Explorer(subject, limits, onArrival);
  explorer.run();
  return {
    nodes: explorer.nodes,
    edges: explorer.edges,
    gaveUp: explorer.gaveUp,
    wasEnded: explorer.wasEnded,
  };
}

class Explorer {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  gaveUp: string | null = null;
  wasEnded = false;
  readonly #subject: Subject;
  readonly #limits: ExplorationLimits;
  readonly #onArrival: OnArrival;
  readonly #ids = new Map<string, number>();

  constructor(subject: Subject, limits: ExplorationLimits, onArrival: OnArrival) {
    this.#subject = subject;
    this.#limits = limits;
    this.#onArrival = onArrival;
  }

  run(): void {
    const { flowSid, flow, trigger } = this.#subject;
    const beginning = { executionSid: EXECUTION_SID, flowSid, flow, trigger };
    this.#tryEveryWay(-1, null, QUIET_WORLD, (surroundings) => startExecution(beginning, surroundings));
    for (let next = 0; next < this.nodes.length && this.#goesOn(); next += 1) {
      const node = this.nodes[next];
      if (node !== undefined) this.#expand(node);
    }
  }

  #goesOn(): boolean {
    return this.gaveUp === null && !this.wasEnded;
  }

  #expand({ id, execution, world }: Node): void {
    if (this.nodes.length > this.#limits.states) {
      this.gaveUp = `there are more than ${String(this.#limits.states)} states`;
    } else if (this.#limits.isTimeUp()) {
      this.gaveUp = `the time was up after ${String(id)} states`;
    }
    const { wait } = execution;
    if (wait === null || !this.#goesOn()) return;
    for (const choice of choicesAt(execution, wait, world)) {
      this.#tryEveryWay(id, choice, choice.world, (surroundings) =>
        resumeExecution(execution, choice.input, surroundings),
      );
    }
  }

  #tryEveryWay(
    from: number,
    choice: Choice | null,
    world: CallWorld,
    run: (surroundings: Surroundings) => Progress,
  ): void {
    const { surroundingsOf } = this.#subject;
    const isEveryWayTried = forEachWay(MAXIMUM_WAYS, (oracle) => {
      if (this.#goesOn()) this.#arrive(run(surroundingsOf(oracle)), world, from, choice, oracle.taken);
    });
    if (!isEveryWayTried)
      this.gaveUp ??= `what follows when the caller ${choice?.label ?? 'calls'} can go on in more than ${String(MAXIMUM_WAYS)} ways`;
  }

  #arrive(
    { execution, log }: Progress,
    world: CallWorld,
    from: number,
    choice: Choice | null,
    decisions: readonly Decision[],
  ): void {
    const key = keyOf(execution, world, this.#subject.liveness);
    const known = this.#ids.get(key);
    const to = known ?? this.nodes.length;
    const steps = stepsOf({ log });
    const edge: Edge = { from, to, choice, steps };
    this.edges.push(edge);
    const logged: LoggedEdge = { ...edge, log, decisions };
    if (this.#onArrival({ execution, world }, logged, this.nodes)) this.wasEnded = true;
    if (known !== undefined) return;
    this.#ids.set(key, to);
    this.nodes.push({ id: to, execution, world, via: logged });
  }
}

/** How many widgets were left. */
export function stepsOf({ log }: Pick<Progress, 'log'>): number {
  return log.filter((entry) => entry.kind === 'step').length;
}
