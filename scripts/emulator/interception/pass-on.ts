import { ChildProcess } from 'node:child_process';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

import { replaceMethod } from './replace';
import type { Undo } from './replace';

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
  return replaceMethod(ChildProcess.prototype, 'spawn', (_self, args, spawn) => {
    const pairs: unknown = Reflect.get(Object(args[0]), 'envPairs');
    if (Array.isArray(pairs))
      pairs.push(`${PORT_VARIABLE}=${port}`, `NODE_OPTIONS=${nodeOptions(pairs, preload)}`);
    return spawn(...args);
  });
}

/** What the child was to get as NODE_OPTIONS, and the preload. */
function nodeOptions(pairs: readonly unknown[], preload: string): string {
  const prefix = 'NODE_OPTIONS=';
  const given = pairs.findLast((pair) => typeof pair === 'string' && pair.startsWith(prefix));
  const require = `--require ${JSON.stringify(preload)}`;
  return typeof given === 'string' ? `${given.slice(prefix.length)} ${require}` : require;
}
