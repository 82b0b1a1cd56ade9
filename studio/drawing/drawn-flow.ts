import type { FlowDefinition } from '../model/flow-definition';

/** An arrow that a call took. */
export interface TakenArrow {
  readonly from: string;
  readonly event: string;
  /** The widget it leads to; null where the branch ends. Tells `match` arrows apart, which share their event. */
  readonly to: string | null;
  /** Its place in the call, where the list shows only the part of one flow; default: its place in the list, from 1. */
  readonly number?: number;
  /** Where the branch ends: what becomes of the call there; default: nothing is written. */
  readonly note?: string;
}

/** A flow, and what is to be shown on it. Names that the flow does not have are passed over. */
export interface DrawnFlow {
  /** Stands in the heading when the description gives no title and version. */
  readonly name: string;
  /** What it was read from. Stands first in the heading, because a copy of a flow keeps the description of another. */
  readonly source?: string;
  readonly definition: FlowDefinition;
  /** Widgets that were visited are filled, all others are faded. Without it no difference is made. */
  readonly visited?: ReadonlySet<string>;
  /** The way of one call, in order: drawn in a strong colour, each arrow with the numbers of its steps. */
  readonly takenArrows?: readonly TakenArrow[];
  /** Widgets that get a shield. */
  readonly protectedWidgets?: readonly string[];
  /** The widget at which the call has gone wrong. */
  readonly wrongEnd?: string;
  /** True: it is not known which arrows other calls took, so those that the call did not take are faded; default: false. */
  readonly isPartlyKnown?: boolean;
}

/** A verdict on all flows of a picture. */
export interface Banner {
  readonly verdict: 'good' | 'bad' | 'doubtful';
  /** One line; cut where there is no room. */
  readonly title: string;
  /** Up to three lines, wrapped and cut. */
  readonly text: string;
}

/** How a picture is put together. */
export interface DrawingOptions {
  /** The picture's name for screen readers; default: the headings of its flows. */
  readonly title?: string;
  /** True puts the flows side by side; default: one below the other. */
  readonly isWide?: boolean;
  /** Stands above all flows, large enough to be read when the whole picture is looked at; default: none. */
  readonly banner?: Banner;
  /** What the key says of widgets that were visited, and that were not; default: just that. */
  readonly visitedLabel?: string;
  readonly unvisitedLabel?: string;
}
