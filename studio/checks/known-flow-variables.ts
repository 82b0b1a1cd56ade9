import { beforeEachNode } from '../graph/reachable';
import { parametersOf } from '../model/parameters';
import type { CheckedFlow } from './checked-flow';
import { warning, type Check, type Finding } from './check';
import { didYouMean } from '../model/did-you-mean';
import { missing, readsBelow, type PlacedRead } from './reads';

/** Widgets that a sentence names; a longer list helps nobody. */
const MAXIMUM_NAMES = 3;

/** The widgets that set each variable. */
type Setters = ReadonlyMap<string, readonly string[]>;

/**
 * A `flow.variables.x` is set by some Set Variables widget, and by one that can run before it is read. A subflow does not see
 * the variables of its parent.
 */
export const knownFlowVariables: Check = (flow) => {
  const setters = settersOf(flow);
  const before = beforeEachNode(flow.graph);
  const isBefore = (setter: string, reader: string): boolean =>
    flow.reachable.has(setter) && before(reader).has(setter);
  return readsBelow(flow, 'flow')
    .filter(({ path }) => path[1] === 'variables')
    .flatMap((read) => findingsOf(flow, read, setters, isBefore));
};

function findingsOf(
  flow: CheckedFlow,
  read: PlacedRead,
  setters: Setters,
  isBefore: (setter: string, reader: string) => boolean,
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
  if (read.isOptional || !flow.reachable.has(read.widget)) return [];
  if (setting.some((name) => isBefore(name, read.widget))) return [];
  return [warning(read.place, `"${read.name}" is blank here: ${whyBlank(flow, read, setting)}`)];
}

function whyBlank(flow: CheckedFlow, { widget }: PlacedRead, setting: readonly string[]): string {
  const running = setting.filter((name) => flow.reachable.has(name));
  return running.length === 0
    ? `nothing leads to ${listed(setting)}, which sets it; wire it in before "${widget}"`
    : `no way leads from ${listed(running)}, which sets it, to "${widget}"; set it earlier`;
}

function listed(names: readonly string[]): string {
  const named = names.slice(0, MAXIMUM_NAMES).map((name) => `"${name}"`);
  const others = names.length - named.length;
  return [...named, ...(others > 0 ? [`${others} other(s)`] : [])].join(' or ');
}

/** Also those that never run: their names are meant when a name is misspelt. */
function settersOf(flow: CheckedFlow): Setters {
  const setters = new Map<string, string[]>();
  for (const { state } of flow.widgets) {
    if (state.type !== 'set-variables') continue;
    for (const { key } of parametersOf(state.properties['variables'])) {
      const names = setters.get(key) ?? [];
      names.push(state.name);
      setters.set(key, names);
    }
  }
  return setters;
}
