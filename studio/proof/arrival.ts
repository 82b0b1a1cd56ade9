import type { Execution, LogEntry, StepEntry } from '../model/execution';
import type { Choice } from './choice';
import type { CallWorld } from './call-world';

/** A flow has reacted to a choice: what properties are judged on. Seen for every choice in every state. */
export interface Arrival {
  /** The number that calls, or the mark that stands for it. */
  readonly caller: string;
  /** Null for the beginning of the call. */
  readonly choice: Choice | null;
  /** What the flow did, and where that left the call. */
  readonly log: readonly LogEntry[];
  readonly execution: Execution;
  readonly world: CallWorld;
}

/** The number of whoever is on the line, or the mark that stands for it. */
export function personOn({ caller, world }: Pick<Arrival, 'caller' | 'world'>): string {
  return world.dialled === '' ? caller : world.dialled;
}

/** A widget that ran or waits, in the parent or in a subflow of it. */
export interface SeenWidget {
  readonly widget: string;
  readonly isInSubflow: boolean;
}

/** The steps among what happened. */
export function stepsIn({ log }: Pick<Arrival, 'log'>): StepEntry[] {
  return log.filter((entry) => entry.kind === 'step');
}

/** Which widgets were left by which events, and where that led. */
export function wayOf({ log }: Pick<Arrival, 'log'>): string {
  return stepsIn({ log })
    .map(({ widget, event, next }) => `${widget}\n${event}\n${next ?? ''}`)
    .join('\n\n');
}

/** The widgets that ran, or wait, after a choice. A widget's own name may look like a path: only frames tell the flow. */
export function widgetsSeen({
  log,
  execution: { wait, frames },
}: Pick<Arrival, 'log' | 'execution'>): SeenWidget[] {
  const ran = stepsIn({ log }).map((step) => ({
    widget: step.frames.at(-1)?.widget ?? '',
    isInSubflow: step.frames.length > 1,
  }));
  const waiting = { widget: frames.at(-1)?.widget ?? '', isInSubflow: frames.length > 1 };
  return wait === null ? ran : [...ran, waiting];
}

/** The widgets of the parent that ran, or wait, after a choice. */
export function parentWidgets(arrival: Pick<Arrival, 'log' | 'execution'>): string[] {
  return widgetsSeen(arrival)
    .filter(({ isInSubflow }) => !isInSubflow)
    .map(({ widget }) => widget);
}
