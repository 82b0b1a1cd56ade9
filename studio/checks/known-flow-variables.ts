import { reachableAfter } from '../graph/reachable';
import { parametersOf } from '../model/parameters';
import type { CheckedFlow } from './checked-flow';
import { warning, type Check, type Finding } from './check';
import { didYouMean } from './did-you-mean';
import { missing, readsBelow, type PlacedRead } from './reads';

/**
 * A `flow.variables.x` is set by some Set Variables widget, and by one that can run before it is read. A subflow does not see
 * the variables of its parent.
 */
export const knownFlowVariables: Check = (flow) => {
  const setters = settersOf(flow);
  return readsBelow(flow, 'flow')
    .filter(({ path }) => path[1] === 'variables')
    .flatMap((read) => findingsOf(flow, read, setters));
};

function findingsOf(
  flow: CheckedFlow,
  read: PlacedRead,
  setters: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const variable = read.path[2];
  if (typeof variable !== 'string') return [];
  const setting = setters.get(variable);
  if (setting === undefined) {
    return [
      missing(
        read,
        `no widget sets "${read.name}"${didYouMean(variable, setters.keys())}: set it with Set Variables before it is read`,
      ),
    ];
  }
  const isSetBefore = setting.some((name) => reachableAfter(flow.graph, name).has(read.widget));
  if (isSetBefore || read.isOptional || !flow.reachable.has(read.widget)) return [];
  return [
    warning(
      read.place,
      `"${read.name}" is blank here: no way leads from ${setting.map((name) => `"${name}"`).join(' or ')}, which sets it, to "${read.widget}"; set it earlier`,
    ),
  ];
}

/** The widgets that set each variable. */
function settersOf(flow: CheckedFlow): ReadonlyMap<string, readonly string[]> {
  const setters = new Map<string, readonly string[]>();
  for (const { state } of flow.widgets) {
    if (state.type !== 'set-variables') continue;
    for (const { key } of parametersOf(state.properties['variables'])) {
      setters.set(key, [...(setters.get(key) ?? []), state.name]);
    }
  }
  return setters;
}
