import { widgets } from '../widgets/registry';
import { warning, type Check } from './check';

/** Studio does not render a Function's URL and SIDs, a subflow's SID and revision, or the keys of parameters. */
export const noLiquidInLiterals: Check = (flow) =>
  flow.widgets.flatMap(({ state, texts, liquid }) => {
    if (!widgets.has(state.type)) return [];
    const rendered = new Set(liquid.map(({ place }) => place));
    return texts
      .filter(({ place, text }) => !rendered.has(place) && /\{\{|\{%/.test(text))
      .map(({ place, text }) =>
        warning(place, `Studio does not render Liquid here: write what "${text}" stands for`),
      );
  });
