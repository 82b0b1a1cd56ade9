import { MAXIMUM_LOOP_ITERATIONS } from '../model/limits';
import { error, warning, type Check } from './check';

/**
 * No loop in a template is meant to run longer than Studio lets it, where its length stands in the template itself
 * (https://www.twilio.com/docs/studio/user-guide/studio-faq). It is a warning where the loop may end before that.
 */
export const noLongLiquidLoops: Check = ({ liquid }) =>
  liquid.flatMap(({ place, analysis }) => {
    const lengths = analysis.ok ? analysis.loopLengths : [];
    return lengths
      .filter(({ rounds }) => rounds > MAXIMUM_LOOP_ITERATIONS)
      .map(({ rounds, mayBeShorter }) => {
        const cut = mayBeShorter ? `of up to ${rounds} rounds may be` : `over ${rounds} items is`;
        const message = `a loop ${cut} cut off, Studio runs at most ${MAXIMUM_LOOP_ITERATIONS} rounds: split it up, or let a Function build the text`;
        return mayBeShorter ? warning(place, message) : error(place, message);
      });
  });
