import type { Account } from '../entities/account';
import type { Clock, Milliseconds } from '../time/clock';
import type { ServedRequests } from '../time/served-requests';
import { watchServedRequests } from '../time/served-requests';
import { isVirtual } from '../time/virtual-clock';
import { edgeAnswers, refusal, routeTable } from './edge';
import type { FunctionsEnvironment, FunctionsHost } from './functions-host';
import type { FunctionsWorker } from './functions-worker';
import { createFunctionsWorker } from './functions-worker';
import type { Route } from './routes';
import { readRoutes } from './routes';
import type { WorkerStart } from './worker-messages';
import type { FunctionLog, WorkerFiles } from './worker-process';
import { builtWorkerFiles, needBundles, startWorker } from './worker-process';

/** What the host of the functions needs. */
export interface FunctionsHostOptions {
  readonly clock: Clock;
  /** Its token signs requests to protected functions, and is what functions log in to Twilio with. */
  readonly account: Account;
  /** Port of the local Twilio, asked when a worker starts: the server may well start after the host is made. */
  readonly twilioPort: () => number;
  /** What functions write to their console; nowhere by default. */
  readonly onLog?: (log: FunctionLog) => void;
  /** The bundles of worker and preload; those of `npm run build` by default. */
  readonly files?: WorkerFiles;
  /** On virtual time: real milliseconds of silence after which a function counts as an endless loop. 5 000 by default. */
  readonly stuckAfter?: Milliseconds;
}

interface Installed {
  readonly routes: ReadonlyMap<string, Route>;
  /** The worker that takes requests; starts one when the last has ended. */
  readonly worker: () => Promise<FunctionsWorker>;
  readonly retire: () => void;
  readonly end: () => Promise<void>;
}

/**
 * The Functions platform of the local Twilio. A request is real work to a virtual clock only until it waits for time to
 * pass, which the host tells the clock; callers may put `clock.during` around it as around any other work, once.
 */
export function createFunctionsHost(options: FunctionsHostOptions): FunctionsHost {
  const { clock, account, onLog = () => undefined } = options;
  const environments = new Map<string, Installed>();
  const servedRequests = watchServedRequests(isVirtual(clock) ? clock.noteActivity : () => undefined);
  return {
    install: async (environment) => {
      const routes = environment.routes ?? (await readRoutes(environment.directory));
      needBundles(options.files ?? builtWorkerFiles());
      // Its process starts with the first request, as a cold start on Twilio: many an environment is never asked.
      const installed = install(options, { environment, routes, servedRequests });
      environments.get(environment.domain)?.retire();
      environments.set(environment.domain, installed);
    },
    uninstall: async (domain) => {
      environments.get(domain)?.retire();
      environments.delete(domain);
    },
    domains: () => [...environments.keys()],
    request: async (request) => {
      const installed = environments.get(request.domain);
      if (installed === undefined) return edgeAnswers.unknownPath;
      const refused = refusal(request, installed.routes, account.authToken);
      if (refused !== undefined) return refused;
      try {
        const worker = await installed.worker();
        return await worker.run(request);
      } catch (error) {
        onLog({ domain: request.domain, level: 'error', line: String(error) });
        return edgeAnswers.exited;
      }
    },
    stop: async () => {
      servedRequests.stop();
      await Promise.all([...environments.values()].map((installed) => installed.end()));
      environments.clear();
    },
  };
}

interface Installation {
  readonly environment: FunctionsEnvironment;
  readonly routes: readonly Route[];
  readonly servedRequests: ServedRequests;
}

function install(options: FunctionsHostOptions, installation: Installation): Installed {
  const { clock, stuckAfter = 5000, onLog = () => undefined } = options;
  const { routes, servedRequests } = installation;
  const workers = new Set<FunctionsWorker>();
  let current: FunctionsWorker | undefined;
  let starting: Promise<FunctionsWorker> | undefined;

  const start = async (): Promise<FunctionsWorker> => {
    const process = await startWorker({
      files: options.files ?? builtWorkerFiles(),
      start: toStart(options, installation),
      twilioPort: options.twilioPort(),
      onLog,
    });
    current = createFunctionsWorker({ process, clock, servedRequests, stuckAfter });
    const worker = current;
    workers.add(worker);
    void process.ended.then(() => workers.delete(worker));
    return worker;
  };
  return {
    routes: routeTable(routes),
    worker: async () => {
      if (current?.isUsable() === true) return current;
      starting ??= clock.during(start()).finally(() => {
        starting = undefined;
      });
      return starting;
    },
    retire: () => workers.forEach((worker) => worker.retire()),
    end: async () => {
      await Promise.all([...workers].map((worker) => worker.end()));
    },
  };
}

function toStart(options: FunctionsHostOptions, { environment, routes }: Installation): WorkerStart {
  const { clock, account } = options;
  return {
    kind: 'start',
    domain: environment.domain,
    directory: environment.directory,
    routes,
    now: isVirtual(clock) ? clock.now() : null,
    variables: {
      ...environment.variables,
      ...(environment.includeCredentials !== false && {
        ACCOUNT_SID: account.sid,
        AUTH_TOKEN: account.authToken,
      }),
      DOMAIN_NAME: environment.domain,
      SERVICE_SID: environment.serviceSid,
      ENVIRONMENT_SID: environment.environmentSid,
    },
  };
}
