import { error, type Check } from './check';

/**
 * Every template parses, with the filters and tags that Studio has. One that does not renders nothing, with warning 81018
 * (https://www.twilio.com/docs/api/errors/81018).
 */
export const knownLiquid: Check = ({ liquid }) =>
  liquid.flatMap(({ place, analysis }) =>
    analysis.ok ? [] : [error(place, `Liquid cannot be read, nothing would be rendered: ${analysis.reason}`)],
  );
