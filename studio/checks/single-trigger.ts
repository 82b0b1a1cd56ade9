import { warning, type Check } from './check';

/** A flow has one trigger and begins there: every other widget is entered by an arrow. */
export const singleTrigger: Check = ({ definition: { initial_state: initial }, widgets, byName }) => {
  const first = byName.get(initial);
  const triggers = widgets.filter(({ state }) => state.type === 'trigger');
  const [trigger] = first?.state.type === 'trigger' ? [first] : triggers;
  const mend =
    trigger === undefined
      ? 'add a trigger, and name it here'
      : `write "${trigger.state.name}", and wire it to "${initial}"`;
  return [
    ...(trigger !== undefined && trigger === first
      ? []
      : [
          warning(
            '#/initial_state',
            `"${initial}" is no trigger, so that no event brings a call to it: ${mend}`,
          ),
        ]),
    ...triggers
      .filter((other) => other !== trigger)
      .map(({ place, state }) =>
        warning(
          place,
          `"${state.name}" is a second trigger, nothing begins there: wire the first one instead`,
        ),
      ),
  ];
};
