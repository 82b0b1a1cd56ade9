import { afterEachNode } from '../graph/reachable';
import type { WidgetOutputs } from '../model/widget-analysis';
import { subflowOf, type CheckedFlow, type CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';
import { didYouMean, nearest } from '../model/did-you-mean';
import { missing, readsBelow, type PlacedRead } from './reads';
import { resultsOf } from './subflow-results';

/** The widgets that can run after one has. */
type After = (name: string) => ReadonlySet<string>;

/**
 * A `widgets.<name>.<key>` names a widget of the flow that can run before, and something that its type leaves there: of a
 * subflow whose definition is given, the variables that it sets.
 */
export const knownWidgetOutputs: Check = (flow) => {
  const after = afterEachNode(flow.graph);
  return readsBelow(flow, 'widgets').flatMap((read) => findingsOf(flow, read, after));
};

function findingsOf(flow: CheckedFlow, read: PlacedRead, after: After): readonly Finding[] {
  const [, name, key] = read.path;
  if (typeof name !== 'string') return [];
  const widget = flow.byName.get(name);
  if (widget === undefined) {
    const mend = didYouMean(name, flow.byName.keys());
    return [missing(read, `"${read.name}" is always blank: no widget is named "${name}"${mend}`)];
  }
  const wrong = typeof key === 'string' ? wrongKey(flow, widget, read, key) : [];
  return wrong.length > 0 ? wrong : tooEarly(flow, widget, read, after);
}

function wrongKey(
  flow: CheckedFlow,
  widget: CheckedWidget,
  read: PlacedRead,
  key: string,
): readonly Finding[] {
  const outputs = outputsOf(flow, widget);
  if (outputs === 'any' || outputs.keys.includes(key) || key === 'size') return [];
  const { keys, isOpen } = outputs;
  if (isOpen && nearest(key, keys)?.toLowerCase() !== key.toLowerCase()) {
    return [warning(read.place, `"${read.name}" is probably blank: ${widget.state.type} leaves no "${key}"`)];
  }
  return [missing(read, `"${read.name}" is always blank: ${offered(widget, key, keys)}`)];
}

function offered({ state }: CheckedWidget, key: string, keys: readonly string[]): string {
  if (keys.length === 0) return `"${state.name}" (${state.type}) leaves nothing to read`;
  const mend = didYouMean(key, keys);
  return mend === ''
    ? `"${state.name}" (${state.type}) leaves ${keys.join(', ')}`
    : `"${state.name}" leaves no "${key}"${mend}`;
}

function tooEarly(
  flow: CheckedFlow,
  { state }: CheckedWidget,
  read: PlacedRead,
  after: After,
): readonly Finding[] {
  if (read.isOptional || !flow.reachable.has(read.widget)) return [];
  const runs = flow.reachable.has(state.name);
  if (runs && after(state.name).has(read.widget)) return [];
  const why = runs
    ? `no way leads from "${state.name}" to "${read.widget}"; read it after "${state.name}" has run`
    : `nothing leads to "${state.name}", so it never runs; wire it in before "${read.widget}"`;
  return [warning(read.place, `"${read.name}" is blank here: ${why}`)];
}

function outputsOf(flow: CheckedFlow, widget: CheckedWidget): WidgetOutputs {
  const subflow = subflowOf(flow, widget);
  if (subflow === undefined) return widget.analysis.outputs(widget.state);
  return { keys: resultsOf(subflow), isOpen: false };
}
