import { createRequire } from 'node:module';
import type { Twilio } from 'twilio';

import { createApiContext } from './api/context';
import type { RequestRecord } from './api/gateway';
import { createServerlessPlatform } from './api/serverless/platform';
import { recordLog } from './api/serverless/record-log';
import type { Account } from './entities/account';
import type { IncomingPhoneNumber } from './entities/incoming-phone-number';
import type { Message } from './entities/message';
import { TWILIOS_RATES } from './entities/studio-rates';
import { studioEvents } from './events/studio-events';
import { ask } from './executions/ask';
import { createExecutions, type Executions } from './executions/executions';
import { type IncomingText, receiveMessage } from './executions/receive-message';
import { createTransport } from './executions/transport';
import { createWebhooks } from './executions/webhooks';
import { idsFor } from './ids';
import { holdGuard } from './interception/hold-guard';
import { LOCAL_ACCOUNT } from './local-account';
import { createFunctionsHost } from './runtime/create-functions-host';
import type { FunctionsHost } from './runtime/functions-host';
import type { FunctionLog } from './runtime/worker-process';
import type * as SdkClient from './sdk-client';
import { type LocalServer, type ServerOptions, startServer } from './server';
import { createFaults, type Faults } from './simulate/faults';
import { type Phone, phoneAt } from './simulate/phone';
import { createScriptedAnswers, type ScriptedAnswers } from './simulate/scripted-answers';
import { createStore, type Store } from './store';
import { chooseClock, type ClockKind } from './time/choose-clock';
import type { Clock, Milliseconds } from './time/clock';
import { wait } from './time/wait';
import { type DialResult, dial, type Dialling } from './voice/exchange';
import { createFlowCalls } from './voice/flow-calls';
import { createOutgoingCalls } from './voice/outgoing-calls';
import { newPhoneNumber } from './voice/phone-number';

/** How a local Twilio is to be. */
export interface LocalTwilioOptions {
  readonly clock: ClockKind;
  /** Port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** The same seed gives the same SIDs and codes. A fixed one by default in virtual time, chance otherwise. */
  readonly seed?: string;
  /** What a virtual clock shows at first, in milliseconds since 1970; noon of 15 January 2026 (UTC) by default. */
  readonly startAt?: Milliseconds;
  /** What functions write to their console; nowhere by default. */
  readonly onLog?: (log: FunctionLog) => void;
  /** How long a build of the Serverless API takes, in this clock's milliseconds; 2 000 by default. */
  readonly buildMilliseconds?: Milliseconds;
}

/** A running local Twilio: one account, its APIs, its Functions, its flows and a phone to call it with. */
export interface LocalTwilio {
  /** `http://127.0.0.1:4010`; the API is chosen by the `Host` header. */
  readonly url: string;
  readonly port: number;
  readonly account: Account;
  /** In virtual time a `VirtualClock` (`isVirtual`), a steered one a `SteeredClock` (`isSteered`). */
  readonly clock: Clock;
  /** Lets this much of its time pass: at once in virtual time. Not from inside `clock.during`, which holds time still. */
  readonly wait: (milliseconds: Milliseconds) => Promise<void>;
  readonly store: Store;
  readonly faults: Faults;
  readonly functions: FunctionsHost;
  /** Calls a number of the account. */
  readonly dial: (dialling: Dialling) => DialResult;
  /** The phone with a number: its texts, the calls that the account made to it, and how it takes them. */
  readonly phone: (number: string) => Phone;
  /** What was sent to a number on any channel, newest first. */
  readonly inbox: (number: string) => readonly Message[];
  /** Tells of every message that is sent from now on; call the answer to stop listening. */
  readonly onMessage: (listener: (message: Message) => void) => () => void;
  /** The next requests that flows send get these answers, in order; null asks as always. */
  readonly answerNext: ScriptedAnswers['set'];
  /** All requests that flows send get this answer, until it is null again. */
  readonly answerAlways: ScriptedAnswers['setAlways'];
  /** Sends a text from a phone to a number of the account. */
  readonly sendText: (text: IncomingText) => Message;
  /** Tells of every request to the APIs once it is answered; call the answer to stop listening. */
  readonly onRequest: (listener: (record: RequestRecord) => void) => () => void;
  /** The real SDK, logged in here; it is loaded the first time. */
  readonly client: () => Twilio;
  /** Lets the account hold a number (E.164), with nothing behind it unless `settings` say so. */
  readonly addPhoneNumber: (
    phoneNumber: string,
    settings?: Partial<IncomingPhoneNumber>,
  ) => IncomingPhoneNumber;
  /** Ends the server and every process of the functions. */
  readonly stop: () => Promise<void>;
}

/** The parts that need no server. */
type Engine = ReturnType<typeof createEngine>;

/**
 * Starts a local Twilio, empty, on loopback. Throws `EADDRINUSE`, as Node does, when something else has the port. While
 * it runs, this process reaches nothing beyond the machine, as the processes of the functions do.
 */
export async function startLocalTwilio(options: LocalTwilioOptions): Promise<LocalTwilio> {
  let port = 0;
  const engine = createEngine(options, () => port);
  const server = await listen({
    port: options.port ?? 0,
    context: engine.context,
    faults: engine.faults,
    functionsHost: engine.functions,
  });
  port = server.port;
  const letGo = holdGuard();
  const { stop, ...open } = serverDoors(engine, server);
  return { ...doors(engine), ...open, stop: () => stop().finally(letGo) };
}

function createEngine(options: LocalTwilioOptions, port: () => number) {
  const clock = chooseClock(options.clock, options.startAt);
  const store = createStore(LOCAL_ACCOUNT, TWILIOS_RATES);
  const context = createApiContext({ store, clock, ids: idsFor(options) });
  const functions = createFunctionsHost({
    clock,
    account: LOCAL_ACCOUNT,
    twilioPort: port,
    onLog: (log) => {
      recordLog(context, log);
      options.onLog?.(log);
    },
  });
  const { buildMilliseconds } = options;
  const serverless = createServerlessPlatform({
    functions,
    ...(buildMilliseconds !== undefined && { buildMilliseconds }),
  });
  const asking = { account: LOCAL_ACCOUNT, clock, transport: createTransport({ functions, apiPort: port }) };
  const scripted = createScriptedAnswers();
  const executions: Executions = createExecutions({
    ...context,
    observer: studioEvents({ ...context, ...asking }),
    ask: async (kind, request) => scripted.take() ?? ask(asking, kind, request),
    placeCall: (...wanted) => placeCall(...wanted),
  });
  const answering = { ...context, executions, webhooks: createWebhooks(asking) };
  const full = { ...answering, serverless, outgoingCalls: createOutgoingCalls(answering) };
  const placeCall = createFlowCalls(full);
  return { clock, store, functions, serverless, faults: createFaults(), context: full, executions, scripted };
}

async function listen(options: ServerOptions): Promise<LocalServer> {
  const result = await startServer(options);
  if (result.kind === 'started') return result.server;
  const { port } = result;
  const error = new Error(`Cannot listen on port ${port}: another program uses it`);
  throw Object.assign(error, { code: 'EADDRINUSE', syscall: 'listen', port });
}

function doors(engine: Engine): Omit<LocalTwilio, 'url' | 'port' | 'onRequest' | 'client' | 'stop'> {
  const { clock, store, faults, functions, context, executions, scripted } = engine;
  return {
    account: LOCAL_ACCOUNT,
    clock,
    wait: (milliseconds) => wait(clock, milliseconds),
    store,
    faults,
    functions,
    dial: (dialling) => dial({ ...context, executions }, dialling),
    phone: (number) => phoneAt(number, context),
    inbox: context.inbox.messagesTo,
    onMessage: context.inbox.onMessage,
    answerNext: scripted.set,
    answerAlways: scripted.setAlways,
    sendText: (text) => receiveMessage({ ...context, executions }, text),
    addPhoneNumber: (phoneNumber, settings = {}) => {
      const number = { ...newPhoneNumber(context.ids.sid('PN'), phoneNumber, clock.now()), ...settings };
      store.phoneNumbers.set(number.sid, number);
      return number;
    },
  };
}

function serverDoors(
  { functions, serverless }: Engine,
  server: LocalServer,
): Pick<LocalTwilio, 'url' | 'port' | 'onRequest' | 'client' | 'stop'> {
  let client: Twilio | undefined;
  return {
    url: server.url,
    port: server.port,
    onRequest: server.onRequest,
    client: () => (client ??= loadSdk().createSdkClient(LOCAL_ACCOUNT, server.port)),
    stop: async () => {
      await functions.stop();
      await server.close();
      await serverless.stop();
    },
  };
}

/** The SDK takes longer to load than everything else together: only when it is asked for. */
function loadSdk(): typeof SdkClient {
  return createRequire(__filename)('./sdk-client') as typeof SdkClient;
}
