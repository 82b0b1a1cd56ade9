import { Twilio } from 'twilio';
import { type ApiContext, createApiContext } from '../../scripts/emulator/api/context';
import type { RequestRecord } from '../../scripts/emulator/api/gateway';
import { createExecutions } from '../../scripts/emulator/executions/executions';
import type { WebhookRequest } from '../../scripts/emulator/executions/webhooks';
import { seededIds } from '../../scripts/emulator/ids';
import { type LocalServer, startServer } from '../../scripts/emulator/server';
import { createFaults, type Faults } from '../../scripts/emulator/simulate/faults';
import { createStore } from '../../scripts/emulator/store';
import type { RequestResult } from '../../studio/model/wait';
import { createOutgoingCalls } from '../../scripts/emulator/voice/outgoing-calls';
import { LocalRequestClient } from './local-request-client';
import { createManualClock, type ManualClock } from './manual-clock';
import { type Exchange, problemsOf } from './openapi-checker';

/** A local Twilio for one test, with the real SDK pointed at it. */
export interface LocalTwilio {
  readonly server: LocalServer;
  readonly context: ApiContext & Required<Pick<ApiContext, 'executions' | 'outgoingCalls'>>;
  readonly clock: ManualClock;
  readonly faults: Faults;
  readonly client: Twilio;
  /** What the SDK asked and got, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** What the server says of every request, oldest first. */
  readonly records: readonly RequestRecord[];
  readonly webhooks: StubWebhooks;
  /** Ends the server; throws when an exchange was not as Twilio's OpenAPI document says, or a handler had a bug. */
  readonly stop: () => Promise<void>;
}

/** Applications of the account, as far as a test has any. */
export interface StubWebhooks {
  /** What they were asked, oldest first. */
  readonly asked: WebhookRequest[];
  /** What they answer, by URL; an empty text where nothing is set. */
  readonly answers: Map<string, RequestResult>;
}

/** The account of every test. */
export const account = { sid: `AC${'0'.repeat(31)}1`, authToken: 'token-of-a-test' };

/** Starts a local Twilio on a free port: empty, with seeded ids and a clock that stands still. */
export async function startLocalTwilio(): Promise<LocalTwilio> {
  const clock = createManualClock();
  const faults = createFaults();
  const parts = createApiContext({ store: createStore(account), clock, ids: seededIds('tests') });
  const webhooks: StubWebhooks = { asked: [], answers: new Map() };
  const answering = {
    ...parts,
    executions: createExecutions({ ...parts, ask: nobodyAnswers }),
    webhooks: (request: WebhookRequest): Promise<RequestResult> => {
      webhooks.asked.push(request);
      return Promise.resolve(webhooks.answers.get(request.url) ?? NOTHING);
    },
  };
  const context = { ...answering, outgoingCalls: createOutgoingCalls(answering) };
  const result = await startServer({ port: 0, context, faults });
  if (result.kind !== 'started') throw new Error('Cannot start the local Twilio: no free port');
  const { server } = result;
  const exchanges: Exchange[] = [];
  const records: RequestRecord[] = [];
  server.onRequest((record) => records.push(record));
  const httpClient = new LocalRequestClient(server.url, (exchange) => exchanges.push(exchange));
  const client = new Twilio(account.sid, account.authToken, { httpClient });
  const stop = async (): Promise<void> => {
    await server.close();
    expect(records.flatMap((record) => record.failure ?? [])).toEqual([]);
    expect(exchanges.flatMap(problemsOf)).toEqual([]);
  };
  return { server, context, clock, faults, client, exchanges, records, webhooks, stop };
}

const NOTHING: RequestResult = { status: 200, contentType: 'text/plain', body: '' };

/** No flow of these tests may ask anybody. */
function nobodyAnswers(): Promise<RequestResult> {
  return Promise.resolve({ failure: 'network' });
}
