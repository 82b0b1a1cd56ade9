import type { TriggerKind } from '../model/execution';
import { MAXIMUM_STEPS } from '../model/limits';
import { stepsIn } from './arrival';
import { longestCalls, type Cost } from './cost';
import { endlessWay } from './endless-way';
import type { Edge, Exploration, LoggedEdge, Node, Subject } from './explore';
import { loggedAgain, pathTo } from './paths';
import type { Shows, Suspicions } from './suspicions';

/** The property's name, beside those of the registry: it is of all states together. */
const TERMINATION = 'termination';

/** So many states are looked at before anything is played ahead; then each time that there are twice as many. */
const FIRST_LOOK_AHEAD = 2_000;

/** Twilio's warning for it (https://www.twilio.com/docs/api/errors/81000). */
const STEPS_REACHED = 81000;

/** Studio itself ends the execution. */
const isEndedByStudio =
  (message: string): Shows =>
  ({ execution: { ending } }) =>
    ending?.outcome === 'failed' && ending.code === STEPS_REACHED ? message : null;

/** Judges that calls end by themselves, and within Studio's limit of steps. */
export class Termination {
  readonly #kind: TriggerKind;
  readonly #subject: Subject;
  readonly #suspicions: Suspicions;
  #nextLook = FIRST_LOOK_AHEAD;

  constructor(kind: TriggerKind, subject: Subject, suspicions: Suspicions) {
    this.#kind = kind;
    this.#subject = subject;
    this.#suspicions = suspicions;
  }

  /** Looks, now and then, for a round that an exploration would follow for ever, as something in it counts. */
  lookAhead(nodes: readonly Node[], isTimeUp: () => boolean): void {
    if (nodes.length < this.#nextLook || this.#suspicions.isSettled(TERMINATION)) return;
    this.#nextLook *= 2;
    const endless = endlessWay(this.#subject, nodes, isTimeUp);
    if (endless === null) return;
    const message = `a call can go round until Studio ends it after ${String(MAXIMUM_STEPS)} steps (${nameOf(endless.round)}): leave after some rounds, whatever happens in them`;
    this.#suspicions.raise(TERMINATION, endless.way, message, isEndedByStudio(message));
  }

  /** Judges an exploration that knows all states; the most that a call can come to, where calls end. */
  judge(exploration: Exploration): Cost | null {
    const whole = longestCalls(exploration);
    // Whoever writes may write again and again: rounds that wait for somebody to write are theirs.
    const calls = whole.ok || this.#kind === 'call' ? whole : longestCalls(withoutReplies(exploration));
    if (calls.ok && !whole.ok) return null;
    if (!calls.ok) {
      this.#refuteRound(exploration, calls.round);
      return null;
    }
    if (calls.cost.steps > MAXIMUM_STEPS) this.#refuteLength(exploration, calls.cost, calls.mostSteps);
    return calls.cost;
  }

  #refuteRound(exploration: Exploration, round: readonly Edge[]): void {
    const { nodes } = exploration;
    const logged = this.#again(exploration, round);
    const message = `the call can go round for ever (${nameOf(logged)}): count the rounds in a variable and leave after some`;
    const [first] = round;
    const via = first === undefined ? undefined : nodes[first.from]?.via;
    const before = via === undefined ? [] : pathTo(via, exploration);
    this.#suspicions.raise(TERMINATION, [...before, ...logged], message, (_shown, isAtEnd) =>
      isAtEnd ? message : null,
    );
  }

  #refuteLength(exploration: Exploration, { steps }: Cost, mostSteps: readonly Edge[]): void {
    const message = `a call can take ${String(steps)} steps, and Studio ends it after ${String(MAXIMUM_STEPS)}: leave loops earlier`;
    this.#suspicions.raise(
      TERMINATION,
      this.#again(exploration, mostSteps),
      message,
      isEndedByStudio(message),
    );
  }

  #again(exploration: Exploration, edges: readonly Edge[]): LoggedEdge[] {
    return edges.flatMap((edge) => loggedAgain(this.#subject, exploration, edge) ?? []);
  }
}

/** What nobody has to write for. */
function withoutReplies({ edges, ...rest }: Exploration): Exploration {
  return { ...rest, edges: edges.filter(({ choice }) => choice?.input.kind !== 'incoming-message') };
}

/** The widgets of a round, back to the first: those of the parent, where it has any, as only they can be mended. */
function nameOf(round: readonly LoggedEdge[]): string {
  const steps = round.flatMap(stepsIn);
  const own = steps.filter(({ frames }) => frames.length === 1);
  const names = (own.length > 0 ? own : steps).map(({ frames }) => frames.at(-1)?.widget ?? '');
  return [...new Set(names), ...names.slice(0, 1)].join(' → ');
}
