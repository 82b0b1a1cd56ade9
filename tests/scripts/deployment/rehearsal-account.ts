import twilio from 'twilio';

import type { Account } from '../../../scripts/deployment/resource';
import type { FunctionsOutputs } from '../../../scripts/deployment/outputs';
import { createApiContext } from '../../../scripts/emulator/api/context';
import { seededIds } from '../../../scripts/emulator/ids';
import { startServer } from '../../../scripts/emulator/server';
import { createFaults } from '../../../scripts/emulator/simulate/faults';
import type { Faults } from '../../../scripts/emulator/simulate/faults';
import { createStore } from '../../../scripts/emulator/store';
import type { Store } from '../../../scripts/emulator/store';

/** An account of the local Twilio, reached by the real SDK; functions are only written down. */
export interface RehearsalAccount extends Account {
  readonly store: Store;
  readonly faults: Faults;
  /** The variables of each installation, in order. */
  readonly installations: readonly Readonly<Record<string, string>>[];
  /** `POST studio.twilio.com /v2/Flows` for every request that changes something. */
  readonly changes: readonly string[];
  readonly stop: () => Promise<void>;
}

const FUNCTIONS: FunctionsOutputs = {
  domain: 'verify-1000-dev.twil.io',
  serviceSid: `ZS${'1'.repeat(32)}`,
  environmentSid: `ZE${'2'.repeat(32)}`,
  functionSids: { '/start-verify': `ZH${'3'.repeat(32)}`, '/check-verify': `ZH${'4'.repeat(32)}` },
};

/** Starts one; time stands still. */
export async function rehearsalAccount(): Promise<RehearsalAccount> {
  const store = createStore({ sid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32) });
  const clock = {
    now: () => 0,
    schedule: () => ({ cancel: () => undefined }),
    during: <T>(work: Promise<T>) => work,
  };
  const faults = createFaults();
  const context = createApiContext({ store, clock, ids: seededIds('deployment') });
  const result = await startServer({ port: 0, context, faults });
  if (result.kind !== 'started') throw new Error('No port is free');
  const { server } = result;
  const changes: string[] = [];
  const httpClient = new LoopbackClient(server.url, changes);
  const installations: Record<string, string>[] = [];
  return {
    client: twilio(store.account.sid, store.account.authToken, { httpClient }),
    functions: {
      find: () => Promise.resolve(installations.length === 0 ? null : FUNCTIONS),
      install: (variables) => {
        installations.push({ ...variables });
        return Promise.resolve(FUNCTIONS);
      },
    },
    store,
    faults,
    installations,
    changes,
    stop: () => server.close(),
  };
}

type Request = Parameters<twilio.RequestClient['request']>[0];

class LoopbackClient extends twilio.RequestClient {
  constructor(
    private readonly base: string,
    private readonly changes: string[],
  ) {
    super();
  }

  override request<TData>(options: Request & { data?: TData }) {
    const url = new URL(options.uri);
    if (options.method !== 'get') this.changes.push(`${options.method} ${url.hostname}${url.pathname}`);
    const headers = { ...options.headers, Host: url.hostname };
    return super.request<TData>({ ...options, uri: this.base + url.pathname + url.search, headers });
  }
}
