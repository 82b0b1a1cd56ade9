import type { CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/**
 * Events that mean trouble should lead somewhere, where the widget's other events do. A widget without any wired event is
 * the end of its branch: nobody waits for its result. Studio runs such a flow, hence a warning.
 */
export const noUnhandledEvents: Check = ({ widgets, reachable }) =>
  widgets.filter(({ state }) => reachable.has(state.name)).flatMap((widget) => findingsOf(widget));

/** The trouble events of a widget that lead nowhere while another event of it leads on. */
export function unhandledEvents({ state, analysis }: CheckedWidget): readonly string[] {
  const events = Object.keys(analysis.trouble);
  const goesOn = state.transitions.some(({ event, next }) => next !== undefined && !events.includes(event));
  if (!goesOn) return [];
  return events.filter(
    (event) => !state.transitions.some((arrow) => arrow.event === event && arrow.next !== undefined),
  );
}

function findingsOf(widget: CheckedWidget): readonly Finding[] {
  const { state, place, analysis } = widget;
  return unhandledEvents(widget).map((event) => {
    const index = state.transitions.findIndex((arrow) => arrow.event === event);
    return warning(
      index === -1 ? `${place}/transitions` : `${place}/transitions/${index}`,
      `when ${analysis.trouble[event] ?? 'that happens'}, "${state.name}" ends the execution: wire "${event}" to a widget that deals with it`,
    );
  });
}
