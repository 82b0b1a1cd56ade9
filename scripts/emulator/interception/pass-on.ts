import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { setEnvironmentData } from 'node:worker_threads';

import { passOnToThreads } from './pass-on-to-threads';
import { PORT_VARIABLE, type Variables, withPreload } from './preload-variables';
import { replaceMethod, undoAll } from './replace';
import type { StandIn, Undo } from './replace';

/**
 * Hands the interception on to whatever this process starts. Threads get the preload with their arguments and the port as
 * their environment data. Node processes get both by variables: twilio-run forks one per request, with an environment that
 * holds only what is in `.env`. A Node program behind a shell that takes NODE_OPTIONS away runs without either.
 */
export function passOn(preload: string, port: number): Undo {
  setEnvironmentData(PORT_VARIABLE, port);
  const spawn: StandIn = (_self, args, original) => {
    const pairs: unknown = Reflect.get(Object(args[0]), 'envPairs');
    // In place of the old ones: of two pairs with the same name the first would win.
    if (Array.isArray(pairs))
      pairs.splice(0, pairs.length, ...toPairs(withPreload(fromPairs(pairs), preload, port)));
    return original(...args);
  };
  const spawnSync: StandIn = (_self, args, original) => {
    const hasOptions = typeof args.at(-1) === 'object' && !Array.isArray(args.at(-1));
    const options = (hasOptions ? args.at(-1) : {}) as { readonly env?: Variables };
    const env = withPreload(options.env ?? process.env, preload, port);
    return original(...(hasOptions ? args.slice(0, -1) : args), { ...options, env });
  };
  const undo = undoAll([
    passOnToThreads(preload, port),
    replaceMethod(childProcess.ChildProcess.prototype, 'spawn', spawn),
    ...['spawnSync', 'execSync', 'execFileSync'].map((name) => replaceMethod(childProcess, name, spawnSync)),
  ]);
  // Modules of the other kind hold copies of Node's functions until they are told.
  syncBuiltinESMExports();
  return () => {
    undo();
    syncBuiltinESMExports();
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
