import { syncBuiltinESMExports } from 'node:module';

import { guardNetwork } from './guard-network';
import { removeProxyVariables } from './proxy-variables';
import { redirectAgents } from './redirect-agents';
import { redirectFetch } from './redirect-fetch';
import { undoAll } from './replace';
import type { Undo } from './replace';

/** Where the local Twilio listens: a port of 127.0.0.1. */
export interface InterceptionOptions {
  readonly port: number;
}

/**
 * Makes unmodified code of this process (the `twilio` SDK, the toolkit, axios, `fetch`) talk to the local Twilio instead
 * of Twilio, and refuses every other connection that would leave this machine. Call the answer to end it; agents keep
 * connections they have opened until then. Worker threads are not covered here, but they are by the preload.
 */
export function interceptTwilio({ port }: InterceptionOptions): Undo {
  const undo = undoAll([removeProxyVariables(), redirectAgents(port), redirectFetch(), guardNetwork()]);
  // Modules of the other kind hold copies of Node's functions until they are told.
  syncBuiltinESMExports();
  return () => {
    undo();
    syncBuiltinESMExports();
  };
}
