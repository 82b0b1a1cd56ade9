import type { VariablePath } from '../liquid/analyze-template';
import type { CheckedFlow } from './checked-flow';
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

/** Every variable that a flow reads below a root (`trigger`, `flow`…), in document order, once for each text. */
export function readsBelow(flow: CheckedFlow, ...roots: readonly string[]): readonly PlacedRead[] {
  return allReads(flow).filter(({ path }) => roots.includes(String(path[0])));
}

/** Every variable that a flow reads, in document order, once for each text. */
export function allReads(flow: CheckedFlow): readonly PlacedRead[] {
  return flow.liquid.flatMap(({ widget, place, analysis }) => {
    if (!analysis.ok) return [];
    const reads = analysis.reads.map((read) => ({ widget, place, ...read, name: nameOf(read.path) }));
    return reads.filter(({ name }, index) => reads.findIndex((other) => other.name === name) === index);
  });
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
