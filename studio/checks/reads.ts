import type { VariablePath } from '../liquid/analyze-template';
import type { CheckedFlow } from './checked-flow';
import type { LiquidText } from './liquid-texts';
import { error, warning, type Finding } from './check';

/** A variable read by some widget. */
export interface PlacedRead {
  readonly widget: string;
  readonly place: string;
  readonly path: VariablePath;
  /** As a template would write it: `flow.variables.count`. */
  readonly name: string;
  /** The template says itself what happens without the variable. */
  readonly isOptional: boolean;
}

const known = new WeakMap<CheckedFlow, readonly PlacedRead[]>();

/** Every variable that a flow reads below a root (`trigger`, `flow`…), in document order, once for each text. */
export function readsBelow(flow: CheckedFlow, ...roots: readonly string[]): readonly PlacedRead[] {
  return allReads(flow).filter(({ path }) => roots.includes(String(path[0])));
}

/** Every variable that a flow reads, in document order, once for each text. Flows do not change, so each is read once. */
export function allReads(flow: CheckedFlow): readonly PlacedRead[] {
  const reads = known.get(flow) ?? flow.liquid.flatMap(readsOf);
  known.set(flow, reads);
  return reads;
}

/** An error where the variable is needed, a warning where the template can do without it. */
export function missing({ place, isOptional }: PlacedRead, message: string): Finding {
  return isOptional ? warning(place, message) : error(place, message);
}

/** A path as a template writes it; a part that another variable decides is `[…]`. */
export function nameOf(path: VariablePath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (part === null) return '[…]';
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

function readsOf({ widget, place, analysis }: LiquidText): readonly PlacedRead[] {
  const byName = new Map<string, PlacedRead>();
  for (const read of analysis.ok ? analysis.reads : []) {
    const name = nameOf(read.path);
    if (!byName.has(name)) byName.set(name, { widget, place, ...read, name });
  }
  return [...byName.values()];
}
