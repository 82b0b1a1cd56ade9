import type { FlowDefinition } from '../model/flow-definition';

/** An arrow that a call took. */
export interface TakenArrow {
  readonly from: string;
  readonly event: string;
  /** The widget it leads to; null where the branch ends. Tells `match` arrows apart, which share their event. */
  readonly to: string | null;
  /** Its place in the call, where the list shows only the part of one flow; default: its place in the list, from 1. */
  readonly number?: number;
}

/** A flow, and what is to be shown on it. Names that the flow does not have are passed over. */
export interface DrawnFlow {
  /** Stands in the heading when the description gives no title and version. */
  readonly name: string;
  readonly definition: FlowDefinition;
  /** Widgets that were visited are filled, all others are faded. Without it no difference is made. */
  readonly visited?: ReadonlySet<string>;
  /** The way of one call, in order: drawn in a strong colour, each arrow with the numbers of its steps. */
  readonly takenArrows?: readonly TakenArrow[];
  /** Widgets that get a shield. */
  readonly protectedWidgets?: readonly string[];
}

/** How a picture is put together. */
export interface DrawingOptions {
  /** The picture's name for screen readers; default: the headings of its flows. */
  readonly title?: string;
  /** True puts the flows side by side; default: one below the other. */
  readonly isWide?: boolean;
}
