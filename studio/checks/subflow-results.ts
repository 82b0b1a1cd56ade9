import { reachableFrom } from '../graph/reachable';
import { reachableAvoiding } from '../graph/every-path';
import { parametersOf } from '../model/parameters';
import { behindDoor, type CheckedFlow } from './checked-flow';

/** The variables that a subflow may hand back: those that are set behind its `incomingParent`. */
export function resultsOf(subflow: CheckedFlow): readonly string[] {
  const start = behindDoor(subflow, 'incomingParent');
  const run = reachableFrom(subflow.graph, start === undefined ? [] : [start]);
  const keys = [...run].flatMap((name) => variablesSetBy(subflow, name));
  return [...new Set(keys)].sort();
}

/** A widget at which a subflow can end without having set a variable; undefined when every path sets it. */
export function endWithout(subflow: CheckedFlow, variable: string): string | undefined {
  const start = behindDoor(subflow, 'incomingParent');
  if (start === undefined) return undefined;
  const setters = subflow.graph.nodes.filter((name) => variablesSetBy(subflow, name).includes(variable));
  const unset = reachableAvoiding(subflow.graph, start, new Set(setters));
  return [...unset].find((name) => subflow.graph.leaving.get(name)?.some(({ to }) => to === null));
}

function variablesSetBy(flow: CheckedFlow, name: string): readonly string[] {
  const state = flow.byName.get(name)?.state;
  return state?.type === 'set-variables'
    ? parametersOf(state.properties['variables']).map(({ key }) => key)
    : [];
}
