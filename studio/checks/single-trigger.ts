import type { CheckedFlow, CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/**
 * A flow has one trigger and begins there: every other widget is entered by an arrow. Not public: what Studio does with another
 * beginning.
 */
export const singleTrigger: Check = (flow) => {
  const triggers = flow.widgets.filter(({ state }) => state.type === 'trigger');
  const first = triggers.find(({ state }) => state.name === flow.definition.initial_state);
  const others = first === undefined ? triggers.slice(1) : triggers.filter((trigger) => trigger !== first);
  return [
    ...(first === undefined ? [otherBeginning(flow, triggers[0])] : []),
    ...others.map(({ place, state }) =>
      warning(place, `"${state.name}" is a second trigger, nothing begins there: wire the first one instead`),
    ),
  ];
};

function otherBeginning(
  { definition: { initial_state: initial }, byName }: CheckedFlow,
  trigger: CheckedWidget | undefined,
): Finding {
  const type = byName.get(initial)?.state.type ?? '';
  const mend =
    trigger === undefined
      ? 'add a trigger, and name it here'
      : `name "${trigger.state.name}" here, and wire it to "${initial}"`;
  return warning('#/initial_state', `the flow begins at "${initial}", a ${type}, not at a trigger: ${mend}`);
}
