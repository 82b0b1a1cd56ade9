import { engine } from '../liquid/engine';
import { error, warning, type Check } from './check';
import { didYouMean } from '../model/did-you-mean';

const TAGS = Object.keys(engine.tags).sort();

/** Tags that stand inside others or end them. */
const INNER_TAGS = ['else', 'elsif', 'when', ...TAGS.map((name) => `end${name}`)];

/**
 * Every template parses, with the filters and tags that Studio has. One that does not renders nothing, with warning 81018
 * (https://www.twilio.com/docs/api/errors/81018). What parses and hardly says what was meant is a warning, but for a filter
 * without its `|`, which never filters.
 */
export const knownLiquid: Check = ({ liquid }) =>
  liquid.flatMap(({ place, analysis }) => {
    if (!analysis.ok) return [error(place, unreadable(analysis.reason))];
    return analysis.doubts.map(({ message, filter }) =>
      filter === undefined ? warning(place, message) : error(place, message),
    );
  });

function unreadable(reason: string): string {
  return `Liquid cannot be read, nothing would be rendered: ${reason}${meant(reason)}`;
}

/** For an unknown name: the one that was probably meant, or all that there are. */
function meant(reason: string): string {
  const [, filter, tag] = /^undefined filter: (\w+)|^tag "(\w+)" not found/.exec(reason) ?? [];
  if (filter !== undefined) {
    const names = Object.keys(engine.filters).sort();
    return didYouMean(filter, names) || ` (Studio has the filters ${names.join(', ')})`;
  }
  if (tag === undefined) return '';
  if (INNER_TAGS.includes(tag)) return ' (nothing stands open before it: begin it, or remove this)';
  return didYouMean(tag, [...TAGS, ...INNER_TAGS]) || ` (Studio has the tags ${TAGS.join(', ')})`;
}
