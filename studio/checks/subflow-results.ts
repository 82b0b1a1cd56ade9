import { reachableFrom } from '../graph/reachable';
import { reachableAvoiding } from '../graph/every-path';
import { parametersOf } from '../model/parameters';
import { behindDoor, type CheckedFlow } from './checked-flow';

/** What was found out about a subflow: its results, and for variables that were asked for an end without them. */
interface Known {
  readonly results: readonly string[];
  readonly ends: Map<string, string | undefined>;
}

/** A subflow may be asked about for every text of its parent. */
const known = new WeakMap<CheckedFlow, Known>();

/** The variables that a subflow may hand back: those that are set behind its `incomingParent`. */
export function resultsOf(subflow: CheckedFlow): readonly string[] {
  return knownOf(subflow).results;
}

/** A widget at which a subflow can end without having set a variable; undefined when every path sets it. */
export function endWithout(subflow: CheckedFlow, variable: string): string | undefined {
  const { ends } = knownOf(subflow);
  if (!ends.has(variable)) ends.set(variable, firstEndWithout(subflow, variable));
  return ends.get(variable);
}

function knownOf(subflow: CheckedFlow): Known {
  const facts: Known = known.get(subflow) ?? { results: allResults(subflow), ends: new Map() };
  known.set(subflow, facts);
  return facts;
}

function allResults(subflow: CheckedFlow): readonly string[] {
  const start = behindDoor(subflow, 'incomingParent');
  const run = reachableFrom(subflow.graph, start === undefined ? [] : [start]);
  const keys = [...run].flatMap((name) => variablesSetBy(subflow, name));
  return [...new Set(keys)].sort();
}

function firstEndWithout(subflow: CheckedFlow, variable: string): string | undefined {
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
