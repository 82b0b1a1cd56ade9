import type { Choice } from './choice';
import type { Exploration, LoggedEdge } from './explore';

/** A property that does not hold, with the shortest call that shows it. */
export interface Violation {
  readonly property: string;
  readonly message: string;
  /** Which kind of call: the end of "a caller …". */
  readonly title: string;
  /** The number that calls. */
  readonly caller: string;
  /** It takes a subflow that Studio cannot run, which no call script can bring about. */
  readonly isSubflowMissing: boolean;
  /** What happens, in order, until it shows. */
  readonly path: readonly Choice[];
  /** Every widget step of that call, for the picture: `widget event next`. */
  readonly edges: readonly LoggedEdge[];
}

/** The edges from the beginning of the call to the one given, by the shortest way. */
export function pathTo(edge: LoggedEdge, { nodes }: Pick<Exploration, 'nodes'>): LoggedEdge[] {
  const path = [edge];
  for (let from = edge.from; from >= 0;) {
    const via = nodes[from]?.via;
    if (via === undefined || via === null) break;
    path.push(via);
    from = via.from;
  }
  return path.reverse();
}
