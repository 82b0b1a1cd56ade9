import type { Check } from './check';
import { allReads, missing } from './reads';

const ROOTS = ['contact', 'flow', 'trigger', 'widgets'];

/** Below each root, what Twilio fills in; null where the keys are somebody else's. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>> = {
  contact: { channel: ['address'] },
  flow: {
    add_ons: null,
    channel: ['address', 'details', 'sid', 'status', 'type'],
    data: null,
    flow_sid: null,
    sid: null,
    variables: null,
  },
};

/**
 * A variable begins with `trigger`, `flow`, `contact` or `widgets`, or is made in the template itself, and `flow` and
 * `contact` have only the keys that Twilio gives them (https://www.twilio.com/docs/studio/user-guide/get-started). Anything
 * else is blank.
 */
export const knownRoots: Check = (flow) =>
  allReads(flow).flatMap((read) => {
    const [root, ...rest] = read.path.map(String);
    if (root === undefined) return [];
    if (!ROOTS.includes(root)) {
      return [
        missing(
          read,
          `nothing sets "${read.name}", it is blank: a variable begins with ${ROOTS.join(', ')}, or with a name from assign, capture or for in the same text`,
        ),
      ];
    }
    const wrong = unknownKey(root, rest);
    if (wrong === undefined) return [];
    return [missing(read, `"${read.name}" is always blank: "${root}" has ${wrong.join(', ')}`)];
  });

/** What would be there instead; undefined when the path is known. */
function unknownKey(root: string, [key, part]: readonly string[]): readonly string[] | undefined {
  const keys = KNOWN[root];
  if (keys === undefined || key === undefined) return undefined;
  const parts = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (parts === undefined) return Object.keys(keys).map((name) => `${root}.${name}`);
  if (parts === null || part === undefined || parts.includes(part)) return undefined;
  return parts.map((name) => `${root}.${key}.${name}`);
}
