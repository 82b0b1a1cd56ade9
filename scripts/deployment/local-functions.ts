import { createHash } from 'node:crypto';

import type { FunctionsOutputs } from './outputs';
import type { FunctionsTarget } from './resource';

/** The one thing that a deployment asks of the local Functions platform: shaped like the emulator's own host. */
export interface LocalFunctionsHost {
  readonly install: (environment: {
    readonly domain: string;
    readonly directory: string;
    readonly serviceSid: string;
    readonly environmentSid: string;
    readonly variables: Readonly<Record<string, string>>;
  }) => Promise<void>;
  readonly domains: () => readonly string[];
}

/** Under which name the functions run locally, in the form that Twilio gives domains. */
const LOCAL_DOMAIN = 'verify-1000-dev.twil.io';

/**
 * Installs built functions straight into the local Functions platform, without the Serverless API.
 * `files` are the build's, relative to `directory`. SIDs depend on names only: a reload keeps them, and the flows too.
 */
export function localFunctions(
  host: LocalFunctionsHost,
  directory: string,
  files: readonly string[],
): FunctionsTarget {
  const outputs = outputsOf(files);
  return {
    find: () => Promise.resolve(host.domains().includes(LOCAL_DOMAIN) ? outputs : null),
    install: async (variables) => {
      const { domain, serviceSid, environmentSid } = outputs;
      await host.install({ domain, directory, serviceSid, environmentSid, variables });
      return outputs;
    },
  };
}

function outputsOf(files: readonly string[]): FunctionsOutputs {
  const paths = files.flatMap(functionPath);
  return {
    domain: LOCAL_DOMAIN,
    serviceSid: sidFor('ZS', 'service'),
    environmentSid: sidFor('ZE', 'environment'),
    functionSids: Object.fromEntries(paths.map((path) => [path, sidFor('ZH', path)])),
  };
}

/** `functions/start-verify.protected.js` answers at `/start-verify`; a private one nowhere. */
function functionPath(file: string): string[] {
  const [, path, visibility] = /^functions(\/.+?)(?:\.(protected|private))?\.js$/.exec(file) ?? [];
  return path === undefined || visibility === 'private' ? [] : [path];
}

function sidFor(prefix: string, name: string): string {
  return prefix + createHash('sha256').update(`${prefix}:${name}`).digest('hex').slice(0, 32);
}
