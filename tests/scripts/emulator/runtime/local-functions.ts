import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { createFunctionsHost } from '../../../../scripts/emulator/runtime/create-functions-host';
import type {
  EdgeRequest,
  EdgeResponse,
  FunctionsHost,
} from '../../../../scripts/emulator/runtime/functions-host';
import type { FunctionLog } from '../../../../scripts/emulator/runtime/worker-process';
import type { Clock } from '../../../../scripts/emulator/time/clock';

/** The fixture functions, installed. */
export interface LocalFunctions {
  readonly host: FunctionsHost;
  /** The next line that a function writes. */
  readonly nextLog: () => Promise<FunctionLog>;
  readonly ask: (path: string, change?: Partial<EdgeRequest>) => Promise<EdgeResponse>;
  /** What Twilio does with a request of a function; tests replace it. */
  readonly twilio: { answer: (request: IncomingMessage, response: ServerResponse) => void };
  readonly stop: () => Promise<void>;
}

export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';
export const DOMAIN = 'fixtures-1234-dev.twil.io';

/** Starts the fixture functions on a clock, and a Twilio that says `pending` to everything. */
export async function startLocalFunctions(clock: Clock): Promise<LocalFunctions> {
  const logs = new EventEmitter();
  const twilio: LocalFunctions['twilio'] = { answer: (_request, response) => sayPending(response) };
  const server = createServer((request, response) => {
    request.resume().once('end', () => twilio.answer(request, response));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = createFunctionsHost({
    clock,
    account: { sid: `AC${'1'.repeat(32)}`, authToken: AUTH_TOKEN },
    twilioPort: () => (server.address() as AddressInfo).port,
    onLog: (log) => logs.emit('log', log),
    stuckAfter: 500,
  });
  await host.install({
    domain: DOMAIN,
    directory: path.join(__dirname, 'fixtures'),
    serviceSid: `ZS${'2'.repeat(32)}`,
    environmentSid: `ZE${'3'.repeat(32)}`,
    variables: { COLOUR: 'blue', HTTP_PROXY: 'http://proxy.example:3128' },
  });
  return {
    host,
    nextLog: () => new Promise((resolve) => logs.once('log', resolve)),
    twilio,
    ask: (url, change) =>
      host.request({ method: 'GET', domain: DOMAIN, path: url, headers: {}, body: '', ...change }),
    stop: async () => {
      await host.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A verification as the SDK expects it, as far as it looks. */
function sayPending(response: ServerResponse): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'pending' }));
}
