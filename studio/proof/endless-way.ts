import { resumeExecution } from '../interpreter/resume';
import { MAXIMUM_STEPS } from '../model/limits';
import { wayOf } from './arrival';
import { choicesAt } from './choices';
import { Oracle } from './decisions';
import { stepsOf, type LoggedEdge, type Node, type Subject } from './explore';
import { pathTo } from './paths';

/** Happenings in one round. Longer rounds are not looked for: nobody counts anything in so few places. */
export const LONGEST_ROUND = 12;

/** Newest states whose paths are looked at for rounds. */
const STATES_LOOKED_AT = 200;

/** A path with a round in it: what happens after the first place until the last, which is the same widget. */
interface Round {
  readonly before: readonly LoggedEdge[];
  readonly edges: readonly LoggedEdge[];
}

/** A call that only Studio ends, and the round that it goes. */
export interface EndlessWay {
  readonly way: readonly LoggedEdge[];
  readonly round: readonly LoggedEdge[];
}

/**
 * A way that goes round until Studio's limit of steps ends it, although no two of its states are the same: what counts the
 * rounds is limited by nothing. An exploration would meet ever new states; a round of the path to one of the newest is played
 * again and again instead. Null where none of them can be.
 */
export function endlessWay(
  subject: Subject,
  nodes: readonly Node[],
  isTimeUp: () => boolean,
): EndlessWay | null {
  for (const { before, edges } of differentRounds(nodes)) {
    if (isTimeUp()) return null;
    const again = roundAgain(subject, nodes[before.at(-1)?.to ?? -1], edges);
    if (again !== null) return { way: [...before, ...again], round: edges };
  }
  return null;
}

/** The shortest first: the easiest to read. Of those that go alike one is enough. */
function differentRounds(nodes: readonly Node[]): Round[] {
  const rounds = nodes
    .slice(-STATES_LOOKED_AT)
    .reverse()
    .flatMap(({ via }) => roundsOf(pathTo(via, { nodes }), nodes));
  const keyOf = ({ edges }: Round): string =>
    JSON.stringify(edges.map(({ choice, log }) => [choice?.label, wayOf({ log })]));
  const byKey = new Map(rounds.map((round) => [keyOf(round), round]));
  return [...byKey.values()].sort((one, other) => one.edges.length - other.edges.length);
}

/** Every round of a path; `before` has been round once already. */
function roundsOf(path: readonly LoggedEdge[], nodes: readonly Node[]): Round[] {
  const places = path.map(({ to }) => placeOf(nodes[to]));
  const pairs = places.flatMap((place, last) =>
    places.flatMap((other, first) =>
      other === place && first < last && last - first <= LONGEST_ROUND ? [{ first, last }] : [],
    ),
  );
  return pairs.map(({ first, last }) => ({
    before: path.slice(0, last + 1),
    edges: path.slice(first + 1, last + 1),
  }));
}

function placeOf(node: Node | undefined): string {
  return JSON.stringify(node?.execution.frames.map(({ widget }) => widget));
}

/** Lets the same happen until Studio ends the execution by its limit of steps; null where it ends otherwise or goes another way. */
function roundAgain(
  subject: Subject,
  from: Node | undefined,
  round: readonly LoggedEdge[],
): LoggedEdge[] | null {
  const way: LoggedEdge[] = [];
  let at = from;
  while (at !== undefined && at.execution.wait !== null) {
    const edge = round[way.length % round.length];
    at = edge === undefined ? undefined : happensAgain(subject, at, edge);
    if (at !== undefined) way.push(at.via);
  }
  return at?.execution.ending?.outcome === 'failed' && at.execution.steps >= MAXIMUM_STEPS ? way : null;
}

/** The same choice, decided in the same way, if it leads by the same widgets or is ended on them. */
function happensAgain(subject: Subject, { execution, world }: Node, edge: LoggedEdge): Node | undefined {
  const { wait } = execution;
  const choices = wait === null ? [] : choicesAt(execution, wait, world);
  const choice = choices.find(({ label }) => label === edge.choice?.label);
  if (choice === undefined) return undefined;
  const oracle = new Oracle(edge.decisions.map(({ taken }) => taken));
  const progress = resumeExecution(execution, choice.input, subject.surroundingsOf(oracle));
  if (wayOf(progress) !== wayOf(edge) && progress.execution.ending === null) return undefined;
  const via = { ...edge, choice, steps: stepsOf(progress), log: progress.log, decisions: oracle.taken };
  return { id: edge.to, execution: progress.execution, world: choice.world, via };
}
