import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ServerlessBuild } from '../../entities/serverless-build';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ServerlessService } from '../../entities/serverless-service';
import type { FunctionsHost } from '../../runtime/functions-host';
import type { Milliseconds } from '../../time/clock';
import { layOut } from './lay-out';
import { createTurns } from './turns';

/** Brings what is deployed by the API to run. */
export interface ServerlessPlatform {
  /** How long a build takes. */
  readonly buildMilliseconds: Milliseconds;
  /** Runs the environment's build with its variables, in new instances; ends it when there is no build any more. */
  readonly apply: (service: ServerlessService, environment: ServerlessEnvironment) => Promise<void>;
  /** Ends what runs under the domain of an environment that is gone. */
  readonly takeDown: (environment: ServerlessEnvironment) => Promise<void>;
  /** Removes all files of what was deployed; the host of the functions is stopped by who made it. */
  readonly stop: () => Promise<void>;
}

/** What a platform is made of. */
export interface ServerlessPlatformOptions {
  readonly functions: Pick<FunctionsHost, 'install' | 'uninstall'>;
  /** 2 000 by default. */
  readonly buildMilliseconds?: Milliseconds;
  /** Where its own temporary folder goes; the system's by default. */
  readonly temporaryDirectory?: string;
}

/** A platform on which nothing is deployed yet. */
export function createServerlessPlatform(options: ServerlessPlatformOptions): ServerlessPlatform {
  const { functions, buildMilliseconds = 2000, temporaryDirectory = tmpdir() } = options;
  const inTurn = createTurns();
  const files = createBuildFiles(temporaryDirectory);
  const applyNow = async (service: ServerlessService, environment: ServerlessEnvironment): Promise<void> => {
    const build = service.builds.get(environment.buildSid ?? '');
    if (build === undefined) return functions.uninstall(environment.domainName);
    await functions.install({
      domain: environment.domainName,
      ...(await files.of(build)),
      serviceSid: service.sid,
      environmentSid: environment.sid,
      includeCredentials: service.includeCredentials,
      variables: Object.fromEntries(
        [...environment.variables.values()].map(({ key, value }) => [key, value]),
      ),
    });
  };
  return {
    buildMilliseconds,
    apply: (service, environment) => inTurn(environment.sid, () => applyNow(service, environment)),
    takeDown: (environment) => inTurn(environment.sid, () => functions.uninstall(environment.domainName)),
    stop: files.remove,
  };
}

type LaidOut = Awaited<ReturnType<typeof layOut>>;

interface BuildFiles {
  readonly of: (build: ServerlessBuild) => Promise<LaidOut>;
  readonly remove: () => Promise<void>;
}

/** Each build is written once, however many environments and instances run it. */
function createBuildFiles(temporaryDirectory: string): BuildFiles {
  const laidOut = new Map<string, Promise<LaidOut>>();
  let root: Promise<string> | undefined;
  const write = async (build: ServerlessBuild): Promise<LaidOut> => {
    root ??= mkdtemp(path.join(temporaryDirectory, 'local-twilio-'));
    return layOut(build, path.join(await root, build.sid));
  };
  return {
    of: (build) => {
      const known = laidOut.get(build.sid) ?? write(build);
      laidOut.set(build.sid, known);
      return known;
    },
    remove: async () => {
      if (root !== undefined) await rm(await root, { recursive: true, force: true });
      root = undefined;
      laidOut.clear();
    },
  };
}
