import { resumeExecution } from '../interpreter/resume';
import { startExecution } from '../interpreter/start';
import type { Execution, FlowRevision, LogEntry, Progress, Surroundings, Trigger } from '../model/execution';
import { QUIET_WORLD, type CallWorld } from './call-world';
import type { Choice } from './choice';
import { choicesAt } from './choices';
import { keyOf, type LivenessByFlow } from './state-key';
import type { Vocabulary } from './vocabulary';

/** What is explored: a parent flow and everything it runs, for one caller. */
export interface Subject {
  readonly flowSid: string;
  readonly flow: FlowRevision;
  readonly surroundings: Surroundings;
  readonly vocabulary: Vocabulary;
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
  /** The edge that first led here; null for the beginning. */
  readonly via: LoggedEdge | null;
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
}

/** Every state that can be reached, each once, in breadth-first order; so `via` edges make shortest paths. */
export interface Exploration {
  readonly nodes: readonly Node[];
  /** The edge that starts the call, then every other. */
  readonly edges: readonly Edge[];
  /** Why the exploration is not complete; null when it is. */
  readonly gaveUp: string | null;
  /** True when whoever watched it had seen enough. */
  readonly wasEnded: boolean;
}

const EXECUTION_SID = `FN${'0'.repeat(32)}`;

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
    const { flowSid, flow, trigger, surroundings } = this.#subject;
    const beginning = { executionSid: EXECUTION_SID, flowSid, flow, trigger };
    this.#arrive(startExecution(beginning, surroundings), QUIET_WORLD, -1, null);
    for (let next = 0; next < this.nodes.length && this.#goesOn(); next += 1) {
      const node = this.nodes[next];
      if (node !== undefined) this.#expand(node);
    }
  }

  #goesOn(): boolean {
    return this.gaveUp === null && !this.wasEnded;
  }

  #expand(node: Node): void {
    if (this.nodes.length > this.#limits.states) {
      this.gaveUp = `there are more than ${String(this.#limits.states)} states`;
    } else if (this.#limits.isTimeUp()) {
      this.gaveUp = `the time was up after ${String(node.id)} states`;
    }
    const { wait } = node.execution;
    if (wait === null || !this.#goesOn()) return;
    const possible = choicesAt(node.execution, wait, node.world, this.#subject.vocabulary);
    if (!possible.ok) {
      this.gaveUp = possible.reason;
      return;
    }
    for (const choice of possible.choices) {
      const progress = resumeExecution(node.execution, choice.input, this.#subject.surroundings);
      this.#arrive(progress, choice.world, node.id, choice);
    }
  }

  #arrive({ execution, log }: Progress, world: CallWorld, from: number, choice: Choice | null): void {
    const key = keyOf(execution, world, this.#subject.liveness);
    const known = this.#ids.get(key);
    const to = known ?? this.nodes.length;
    const steps = log.filter((entry) => entry.kind === 'step').length;
    const edge: Edge = { from, to, choice, steps };
    this.edges.push(edge);
    const logged: LoggedEdge = { ...edge, log };
    if (this.#onArrival({ execution, world }, logged, this.nodes)) this.wasEnded = true;
    if (known !== undefined) return;
    this.#ids.set(key, to);
    this.nodes.push({ id: to, execution, world, via: from < 0 ? null : logged });
  }
}
