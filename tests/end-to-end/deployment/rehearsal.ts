import type { Twilio } from 'twilio';

import type { CallResult } from '../../../scripts/calls/call-result';
import { playCall } from '../../../scripts/calls/play-call';
import type { Account } from '../../../scripts/deployment/account';
import { createAccount } from '../../../scripts/deployment/create-account';
import { createApiContext, type ApiContext } from '../../../scripts/emulator/api/context';
import { createServerlessPlatform } from '../../../scripts/emulator/api/serverless/platform';
import { ask } from '../../../scripts/emulator/executions/ask';
import { createExecutions } from '../../../scripts/emulator/executions/executions';
import { createTransport } from '../../../scripts/emulator/executions/transport';
import { seededIds } from '../../../scripts/emulator/ids';
import { LOCAL_ACCOUNT } from '../../../scripts/emulator/local-account';
import { createFunctionsHost } from '../../../scripts/emulator/runtime/create-functions-host';
import { createSdkClient } from '../../../scripts/emulator/sdk-client';
import { startServer, type LocalServer } from '../../../scripts/emulator/server';
import { createFaults, type Faults } from '../../../scripts/emulator/simulate/faults';
import { createStore, type Store } from '../../../scripts/emulator/store';
import { virtualClock, type VirtualClock } from '../../../scripts/emulator/time/virtual-clock';
import { dial } from '../../../scripts/emulator/voice/exchange';
import { newPhoneNumber } from '../../../scripts/emulator/voice/phone-number';
import { cloneStore } from './clone-store';

/** The number that the rehearsed IVR has. */
export const NUMBER = '+14155550199';

/**
 * A local Twilio that books deployments and starts what runs only when somebody calls: most cases of a rehearsal need no
 * process of their own.
 */
export interface Rehearsal {
  readonly store: Store;
  readonly faults: Faults;
  /** The account as `npm run deploy` sees it, over the connections of a client: by default of a new one. */
  readonly account: (client?: Twilio) => Account;
  readonly client: () => Twilio;
  /** `POST studio.twilio.com` for every request so far, whatever became of it. */
  readonly requests: readonly string[];
  /** Brings up what is deployed, then calls the number and keys the right code in. */
  readonly call: () => Promise<CallResult>;
  readonly stop: () => Promise<void>;
}

/** Starts one on a copy of `before`, or on an account that holds nothing but the number. */
export async function startRehearsal(before?: Store): Promise<Rehearsal> {
  const clock = virtualClock(Date.UTC(2026, 0, 15, 12));
  const store = before === undefined ? newAccount(clock) : cloneStore(before);
  const ids = seededIds(before === undefined ? 'first' : 'after');
  const books = createApiContext({ store, clock, ids });
  const context: ApiContext = { ...books, serverless: BOOKS_ONLY };
  const faults = createFaults();
  const running = createRunning(context);
  const result = await startServer({
    port: 0,
    context: running.context,
    faults,
    functionsHost: running.host,
  });
  if (result.kind !== 'started') throw new Error('No port is free');
  const { server } = result;
  const requests: string[] = [];
  server.onRequest(({ method, host }) => requests.push(`${method} ${host}`));
  const client = () => createSdkClient(LOCAL_ACCOUNT, server.port);
  return {
    store,
    faults,
    requests,
    client,
    account: (used = client()) =>
      createAccount({
        client: used,
        wait: clock.advance,
        random: () => 0.5,
        uploadOrigin: server.url,
      }),
    call: () => running.call(server),
    stop: async () => {
      await running.stop();
      await server.close();
    },
  };
}

const BOOKS_ONLY = {
  buildMilliseconds: 2000,
  apply: () => Promise.resolve(),
  takeDown: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

function newAccount(clock: VirtualClock): Store {
  const store = createStore(LOCAL_ACCOUNT);
  const number = newPhoneNumber(`PN${'1'.repeat(32)}`, NUMBER, clock.now());
  store.phoneNumbers.set(number.sid, number);
  return store;
}

/** What a call needs beyond the books. */
function createRunning(context: ApiContext) {
  let port = 0;
  const { clock, store } = context;
  const host = createFunctionsHost({ clock, account: LOCAL_ACCOUNT, twilioPort: () => port });
  const platform = createServerlessPlatform({ functions: host });
  const executions = createExecutions({
    ...context,
    ask: (kind, request) => {
      const transport = createTransport({ functions: host, apiPort: () => port });
      return ask({ account: LOCAL_ACCOUNT, clock, transport }, kind, request);
    },
  });
  const full = { ...context, executions };
  return {
    host,
    context: full,
    call: async (server: LocalServer): Promise<CallResult> => {
      ({ port } = server);
      for (const service of store.serverlessServices.values()) {
        for (const environment of service.environments.values()) await platform.apply(service, environment);
      }
      const world = {
        clock,
        store,
        dial: (dialling: Parameters<typeof dial>[1]) => dial(full, dialling),
        inbox: context.inbox.messagesTo,
        onMessage: context.inbox.onMessage,
      };
      return playCall(world, { from: '+14155550100', to: NUMBER, steps: RIGHT_CODE });
    },
    stop: async () => {
      await host.stop();
      await platform.stop();
    },
  };
}

const RIGHT_CODE = [
  { kind: 'hears', pattern: /on its way by text message/i },
  { kind: 'presses', keys: '{code}#' },
] as const;
