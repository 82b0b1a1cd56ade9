import childProcess from 'node:child_process';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

import { replaceMethod, undoAll } from './replace';
import type { StandIn, Undo } from './replace';

/** The environment variable that tells the preload where the local Twilio listens. */
export const PORT_VARIABLE = 'LOCAL_TWILIO_PORT';

/** The port for this process or thread, from its environment or from the thread that started it; NaN when nobody says. */
export function readPort(): number {
  return Number(process.env[PORT_VARIABLE] ?? getEnvironmentData(PORT_VARIABLE));
}

/**
 * Hands the interception on to whatever this process starts. Threads inherit `--require` and get the port as their
 * environment data. Node processes get both by variables: twilio-run forks one per request, with an environment that holds
 * only what is in `.env`.
 */
export function passOn(preload: string, port: number): Undo {
  setEnvironmentData(PORT_VARIABLE, port);
  const spawn: StandIn = (_self, args, original) => {
    const pairs: unknown = Reflect.get(Object(args[0]), 'envPairs');
    if (Array.isArray(pairs)) pairs.push(...toPairs(withPreload(fromPairs(pairs), preload, port)));
    return original(...args);
  };
  const spawnSync: StandIn = (_self, args, original) => {
    const hasOptions = typeof args.at(-1) === 'object' && !Array.isArray(args.at(-1));
    const options = (hasOptions ? args.at(-1) : {}) as { readonly env?: Variables };
    const env = withPreload(options.env ?? process.env, preload, port);
    return original(...(hasOptions ? args.slice(0, -1) : args), { ...options, env });
  };
  return undoAll([
    replaceMethod(childProcess.ChildProcess.prototype, 'spawn', spawn),
    ...['spawnSync', 'execSync', 'execFileSync'].map((name) => replaceMethod(childProcess, name, spawnSync)),
  ]);
}

type Variables = Readonly<Record<string, string | undefined>>;

/** A later pair of the same name wins, so adding is enough. */
function withPreload(variables: Variables, preload: string, port: number): Variables {
  const require = `--require ${JSON.stringify(preload)}`;
  const given = variables['NODE_OPTIONS'];
  return {
    ...variables,
    [PORT_VARIABLE]: String(port),
    NODE_OPTIONS: given === undefined ? require : `${given} ${require}`,
  };
}

function toPairs(variables: Variables): string[] {
  return Object.entries(variables).map(([name, value]) => `${name}=${value ?? ''}`);
}

function fromPairs(pairs: readonly unknown[]): Variables {
  const entries = pairs.map((pair): [string, string] => {
    const [name = '', ...rest] = String(pair).split('=');
    return [name, rest.join('=')];
  });
  return Object.fromEntries(entries);
}
