import { warning, type Check } from './check';

/** A widget that no arrow leads to, from the trigger on, never runs. */
export const noUnreachableWidgets: Check = ({ widgets, reachable }) =>
  widgets
    .filter(({ state }) => !reachable.has(state.name))
    .map(({ state, place }) =>
      warning(
        place,
        `widget "${state.name}" can never run, as nothing leads to it from the trigger: wire it or delete it`,
      ),
    );
