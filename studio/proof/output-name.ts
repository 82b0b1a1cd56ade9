import { runningFrame } from '../interpreter/context';
import type { Execution } from '../model/execution';

/**
 * What the waiting widget leaves is called so wherever it is unknown: `widgets.menu`; in a subflow with the subflow's own
 * mark in front, as both flows may have a widget of that name.
 */
export function outputName(execution: Pick<Execution, 'frames'>): string {
  return nameOfOutputs(runningFrame(execution).widget, execution.frames.length > 1);
}

/** The same for a widget that does not run now. */
export function nameOfOutputs(widget: string, isInSubflow: boolean): string {
  return isInSubflow ? `subflow: widgets.${widget}` : `widgets.${widget}`;
}
