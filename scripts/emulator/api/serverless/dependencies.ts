import { isJsonObject } from '../../../../studio/model/json';
import type { ServerlessDependency } from '../../entities/serverless-build';

const handlerName = '@twilio/runtime-handler';

/** The handler of Node.js 24 (https://www.twilio.com/en-us/changelog/node-js-v24-is-now-available-for-twilio-functions). */
const handlerOfNode24 = '2.1.2';

/**
 * The platform's own versions of the handler, which are not those of the npm registry, newest first. The last ones are
 * too old to be upgraded (https://www.twilio.com/docs/serverless/functions-assets/handler).
 */
export const handlerVersions: readonly string[] = [
  ...[handlerOfNode24, '2.0.1', '2.0.0', '1.3.1', '1.3.0'],
  ...['1.2.5', '1.2.4', '1.2.3', '1.2.2', '1.2.1', '1.2.0'],
  ...['1.1.3', '1.1.2', '1.1.1', '1.1.0', '1.0.1'],
];

/** "This is the new default version", by the same page. */
const defaultHandler = '2.0.1';

/**
 * Builds show the two packages that every function has, asked for or not
 * (https://www.twilio.com/en-us/changelog/twilio-functions-now-displays-the-default-dependencies). Not public: which
 * version of the SDK it is.
 */
const defaults: readonly ServerlessDependency[] = [
  { name: 'twilio', version: 'latest' },
  { name: handlerName, version: defaultHandler },
];

/** `invalid`: one sentence of what is wrong. */
export type Dependencies =
  | { readonly kind: 'valid'; readonly dependencies: readonly ServerlessDependency[] }
  | { readonly kind: 'invalid'; readonly detail: string };

/**
 * Reads the `Dependencies` of a build, a JSON list, and settles which handler it gets. Versions of other packages are
 * not looked up: nothing here reaches a registry, and functions find what this project has installed.
 */
export function readDependencies(text: string | undefined, runtime: string): Dependencies {
  const asked = parse(text);
  if (asked === null)
    return {
      kind: 'invalid',
      detail: 'Dependencies have to be a JSON list of objects with name and version',
    };
  const missing = defaults.filter((each) => !asked.some(({ name }) => name === each.name));
  const all = [...asked, ...missing];
  const detail = problemOfHandler(all, runtime);
  if (detail !== null) return { kind: 'invalid', detail };
  return { kind: 'valid', dependencies: runtime === 'node24' ? all.map(upgraded) : all };
}

/** The toolkit puts the JSON between one more pair of double quotes; Twilio takes it either way. */
function parse(text: string | undefined): readonly ServerlessDependency[] | null {
  if (text === undefined || text === '') return [];
  const list = toJson(text.replace(/^"(.*)"$/s, '$1'));
  if (!Array.isArray(list)) return null;
  const dependencies = list.flatMap(toDependency);
  return dependencies.length === list.length ? dependencies : null;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toDependency(value: unknown): readonly ServerlessDependency[] {
  if (!isJsonObject(value)) return [];
  const { name, version } = value;
  return typeof name === 'string' && typeof version === 'string' ? [{ name, version }] : [];
}

/** The wording is Twilio's own: https://github.com/twilio-labs/serverless-toolkit/issues/564 */
function problemOfHandler(dependencies: readonly ServerlessDependency[], runtime: string): string | null {
  const version = dependencies.find(({ name }) => name === handlerName)?.version ?? defaultHandler;
  if (!handlerVersions.includes(version))
    return (
      `No matching version found for ${handlerName}@${version}. ` +
      'You can find the valid versions at https://www.twilio.com/docs/serverless/functions-assets/handler'
    );
  // Not public: the wording of this one.
  if (runtime === 'node24' && isTooOldForNode24(version))
    return `${handlerName}@${version} does not support node24: upgrade it to ${handlerOfNode24}`;
  return null;
}

/** From 1.2.0 on, "Twilio will automatically upgrade it to 2.1.2 when you deploy to node24" (the changelog above). */
function upgraded({ name, version }: ServerlessDependency): ServerlessDependency {
  return { name, version: name === handlerName ? handlerOfNode24 : version };
}

function isTooOldForNode24(version: string): boolean {
  return handlerVersions.indexOf(version) > handlerVersions.indexOf('1.2.0');
}
