import type { Execution, Frame } from '../model/execution';
import { isJsonObject, type Json } from '../model/json';
import { openName } from '../model/unknown';
import type { CallWorld } from './call-world';
import type { Liveness } from './liveness';
import type { VariablePath } from './reads';

/** The variables that still matter, by the flow that a frame runs. */
export type LivenessByFlow = (flowSid: string) => Liveness;

/**
 * What makes two states the same: everything that can decide what happens next. Left out are variables that nothing can
 * read any more, and the number of steps, so that a loop comes back to a state it has been in; that no call reaches
 * Studio's limit of steps is proven by its longest path.
 */
export function keyOf(execution: Execution, world: CallWorld, liveness: LivenessByFlow): string {
  const { frames, consecutiveRuns, hasCall, isCallOver, wait, ending } = execution;
  if (ending !== null) return JSON.stringify([ending, frames[0]?.widget, isCallOver, world]);
  const places = frames.map((frame) => placeOf(frame, liveness(frame.flowSid)));
  return JSON.stringify([places, consecutiveRuns, hasCall, isCallOver, wait, world]);
}

/** The values that matter, in the order of the widget's live variables, which is always the same. */
function placeOf(
  { flowSid, revision, widget, variables, widgets, parent, beganAfterCall }: Frame,
  liveness: Liveness,
): unknown[] {
  const scope = { flow: { variables }, widgets };
  const live = liveness.get(widget)?.map((keys) => valueAt(scope, keys)) ?? [];
  return [flowSid, revision, widget, live, parent, beganAfterCall];
}

/**
 * The value that the keys lead to; null where there is none. Where they go on below something that is no object, or whose
 * keys are not all known, that is the value.
 */
function valueAt(scope: Json, keys: VariablePath): Json {
  let value = scope;
  for (const key of keys) {
    if (!isJsonObject(value)) return value;
    const below = Object.hasOwn(value, key) ? value[key] : undefined;
    if (below === undefined) return openName(value) ?? null;
    value = below;
  }
  return value;
}
