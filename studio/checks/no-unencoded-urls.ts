import { callerTextsOf } from './caller-text';
import { error, warning, type Check } from './check';
import { nameOf } from './reads';

/** Properties that hold a URL, of any widget. */
const URLS = /^(url|play|media_url|wait_?url|stream_url|.*_callback(_url)?)$/i;

/**
 * What a caller controls goes into a URL through `url_encode` only: Studio does not encode, so that `#`, `&` or a blank would
 * change or break the request (https://www.twilio.com/docs/studio/widget-library/http-request). Digits are a warning: the `+`
 * of a number arrives as a blank. So is what may be theirs, a part of an object.
 */
export const noUnencodedUrls: Check = (flow) => {
  const controlled = callerTextsOf(flow);
  return flow.liquid
    .filter(({ property }) => URLS.test(property))
    .flatMap(({ place, analysis }) => {
      const paths = analysis.ok ? analysis.printedRaw : [];
      const names = [...new Map(paths.map((path) => [nameOf(path), controlled(path)]))];
      return names.flatMap(([name, kind]) => {
        if (kind === undefined) return [];
        const decide = kind === 'unsure' ? 'may decide' : 'decide';
        const message = `callers ${decide} what "${name}" is, and it goes into a URL as it is: write {{${name} | url_encode}}`;
        return [kind === 'anything' ? error(place, message) : warning(place, message)];
      });
    });
};
