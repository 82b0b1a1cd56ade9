import { MAXIMUM_LOOP_ITERATIONS } from '../model/limits';
import { error, type Check } from './check';

/**
 * No loop in a template is meant to run longer than Studio lets it, where its length stands in the template itself
 * (https://www.twilio.com/docs/studio/user-guide/studio-faq).
 */
export const noLongLiquidLoops: Check = ({ liquid }) =>
  liquid.flatMap(({ place, analysis }) => {
    const long = analysis.ok ? analysis.loopLengths.filter((length) => length > MAXIMUM_LOOP_ITERATIONS) : [];
    return long.map((length) =>
      error(
        place,
        `a loop over ${length} items is cut off, Studio runs at most ${MAXIMUM_LOOP_ITERATIONS} rounds: split it up, or let a Function build the text`,
      ),
    );
  });
