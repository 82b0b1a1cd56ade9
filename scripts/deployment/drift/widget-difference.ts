import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import { matchOrder, valuesOfFlow, valuesOfWidget, type NamedValues } from './widget-difference-values';

/** How one widget differs between two definitions of a flow. */
export interface WidgetDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null for the flow itself: its description, its first widget. */
  readonly widget: string | null;
  readonly changes: readonly ValueChange[];
}

/** How one thing about it differs; null where there is no such thing. */
export interface ValueChange {
  /** `say`, `parameters.to`, `position`, `on match equal_to approved`. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Every difference between two definitions of a flow, the flow itself first, then widgets by the order of `after`, then
 * those that are gone. What no run of the flow can show, such as the order of keys, is no difference.
 */
export function widgetDifferences(before: FlowDefinition, after: FlowDefinition): WidgetDifference[] {
  const earlier = new Map(before.states.map((state) => [state.name, state]));
  const later = new Set(after.states.map((state) => state.name));
  const inAfter = after.states.flatMap((state) => {
    const old = earlier.get(state.name);
    if (old === undefined) return [differenceOf('added', state.name, new Map(), valuesOfWidget(state))];
    return changed(state.name, [
      ...changesBetween(valuesOfWidget(old), valuesOfWidget(state)),
      ...reordered(old, state),
    ]);
  });
  const gone = before.states
    .filter((state) => !later.has(state.name))
    .map((state) => differenceOf('removed', state.name, valuesOfWidget(state), new Map()));
  return [...changed(null, changesBetween(valuesOfFlow(before), valuesOfFlow(after))), ...inAfter, ...gone];
}

function changed(widget: string | null, changes: readonly ValueChange[]): WidgetDifference[] {
  return changes.length === 0 ? [] : [{ kind: 'changed', widget, changes }];
}

function differenceOf(
  kind: WidgetDifference['kind'],
  widget: string,
  before: NamedValues,
  after: NamedValues,
): WidgetDifference {
  return { kind, widget, changes: changesBetween(before, after) };
}

function changesBetween(before: NamedValues, after: NamedValues): ValueChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The same conditions tried in another order: the first that holds wins. */
function reordered(before: State, after: State): ValueChange[] {
  const [old, young] = [matchOrder(before), matchOrder(after)];
  const isSame = old.every((name, index) => name === young[index]);
  const hasSame = [...old].sort().join('\n') === [...young].sort().join('\n');
  if (isSame || !hasSame) return [];
  return [{ name: 'order of conditions', before: old.join(', '), after: young.join(', ') }];
}
