import { textOf } from './checked-flow';
import { error, type Check } from './check';

/** All runs of one subflow name the same revision: https://www.twilio.com/docs/studio/subflows */
export const singleSubflowRevision: Check = ({ widgets }) => {
  const first = new Map<string, { readonly name: string; readonly revision: string }>();
  return widgets.flatMap((widget) => {
    if (widget.state.type !== 'run-subflow') return [];
    const sid = textOf(widget, 'flow_sid');
    const revision = textOf(widget, 'flow_revision');
    const other = first.get(sid);
    if (other === undefined) {
      first.set(sid, { name: widget.state.name, revision });
      return [];
    }
    if (other.revision === revision) return [];
    return [
      error(
        `${widget.place}/properties/flow_revision`,
        `runs revision "${revision}" of the subflow that "${other.name}" runs at "${other.revision}": use one revision`,
      ),
    ];
  });
};
