import type { Execution, LogEntry, StepEntry } from '../model/execution';
import type { Choice } from './choice';
import type { CallWorld } from './call-world';

/** A flow has reacted to a choice: what properties are judged on. Seen for every choice in every state. */
export interface Arrival {
  /** The number that calls, or what stands in its place. */
  readonly caller: string;
  /** Null for the beginning of the call. */
  readonly choice: Choice | null;
  /** What the flow did, and where that left the call. */
  readonly log: readonly LogEntry[];
  readonly execution: Execution;
  readonly world: CallWorld;
}

/** The steps among what happened. */
export function stepsIn(arrival: Arrival): StepEntry[] {
  return arrival.log.filter((entry) => entry.kind === 'step');
}

/** The widgets of the parent that ran, or wait, after a choice. */
export function parentWidgets(arrival: Arrival): string[] {
  const ran = stepsIn(arrival)
    .map((step) => step.widget)
    .filter((widget) => !widget.includes('/'));
  const { wait, frames } = arrival.execution;
  return wait !== null && frames.length === 1 ? [...ran, frames[0]?.widget ?? ''] : ran;
}
