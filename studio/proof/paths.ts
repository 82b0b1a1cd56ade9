import { resumeExecution } from '../interpreter/resume';
import { forEachWay } from './decisions';
import { MAXIMUM_WAYS, stepsOf, type Edge, type Exploration, type LoggedEdge, type Subject } from './explore';
import { keyOf } from './state-key';

/** The edges from the beginning of the call to the one given, by the shortest way. */
export function pathTo(edge: LoggedEdge, { nodes }: Pick<Exploration, 'nodes'>): LoggedEdge[] {
  const path = [edge];
  for (let from = edge.from; from >= 0;) {
    const via = nodes[from]?.via;
    if (via === undefined) break;
    path.push(via);
    from = via.from;
  }
  return path.reverse();
}

/** What the flow did on an edge, found out once more. Undefined only if the flow could not be run the same way again. */
export function loggedAgain(
  subject: Subject,
  { nodes }: Pick<Exploration, 'nodes'>,
  edge: Edge,
): LoggedEdge | undefined {
  const target = nodes[edge.to];
  if (target?.via.from === edge.from && target.via.choice === edge.choice && target.via.steps === edge.steps)
    return target.via;
  const source = nodes[edge.from];
  if (target === undefined || source === undefined || edge.choice === null) return undefined;
  const key = keyOf(target.execution, target.world, subject.liveness);
  const { choice } = edge;
  let found: LoggedEdge | undefined;
  forEachWay(MAXIMUM_WAYS, (oracle) => {
    const progress = resumeExecution(source.execution, choice.input, subject.surroundingsOf(oracle));
    const isSame = keyOf(progress.execution, choice.world, subject.liveness) === key;
    if (!isSame || stepsOf(progress) !== edge.steps) return;
    found ??= { ...edge, log: progress.log, decisions: oracle.taken };
  });
  return found;
}
