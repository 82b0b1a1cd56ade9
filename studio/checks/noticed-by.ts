import type { Noticed } from '../model/widget-analysis';
import { subflowOf, type CheckedFlow, type CheckedWidget } from './checked-flow';

/**
 * What a caller notices when a widget is left by an event. A subflow whose definition is given and in which nothing can be
 * heard is not noticed; any other is taken to speak before it ends.
 */
export function noticedBy(flow: CheckedFlow, widget: CheckedWidget, event: string): Noticed {
  const noticed = widget.analysis.noticed(widget.state)[event] ?? 'nothing';
  const subflow = subflowOf(flow, widget);
  if (subflow === undefined || noticed !== 'heard') return noticed;
  return canBeHeard(subflow) ? 'heard' : 'nothing';
}

function canBeHeard(subflow: CheckedFlow): boolean {
  return subflow.widgets.some(
    ({ state, analysis }) =>
      subflow.reachable.has(state.name) && Object.values(analysis.noticed(state)).includes('heard'),
  );
}
