/**
 * The process of one environment's functions. Started by `worker-process.ts` with the interception preloaded; says
 * `listening` and ends with its parent, whichever way that ends.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { proxyVariables } from '../interception/proxy-variables';
import type { OutgoingRequests } from '../time/outgoing-requests';
import { watchOutgoingRequests } from '../time/outgoing-requests';
import { untilAtRest } from '../time/real-work';
import type { WebCryptoWork } from '../time/web-crypto-work';
import { watchWebCrypto } from '../time/web-crypto-work';
import type { WorkerTime } from '../time/worker-time';
import { installWorkerTime } from '../time/worker-time';
import { endWithParent } from './end-with-parent';
import { createFunctionsApp, listenOnLoopback } from './serve-functions';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';
import { NOW_HEADER } from './worker-messages';

const say = takeChannel();
const requests = { received: 0, handling: new Set<IncomingMessage>() };

endWithParent();
process.once('message', (message: WorkerStart) => void start(message));

async function start(message: WorkerStart): Promise<void> {
  const time = message.now === null ? undefined : installWorkerTime(message.now);
  if (time !== undefined) followClock(time, watchOutgoingRequests(), watchWebCrypto());
  replaceEnvironment(message.variables);
  const listener = counting(createFunctionsApp(message), time);
  say({ kind: 'listening', port: await listenOnLoopback(listener) });
}

/** The channel belongs to the worker: a function that wrote to it would be taken for the worker. */
function takeChannel(): (message: FromWorker) => void {
  const send = process.send?.bind(process);
  Reflect.set(process, 'send', undefined);
  return (message) => void send?.(message);
}

function replaceEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (name !== 'TZ') Reflect.deleteProperty(process.env, name);
  const given = Object.entries(variables).filter(([name]) => !proxyVariables.includes(name));
  Object.assign(process.env, Object.fromEntries(given));
}

function counting(listener: RequestListener, time: WorkerTime | undefined): RequestListener {
  if (time === undefined) return listener;
  return (request: IncomingMessage, response: ServerResponse) => {
    requests.received += 1;
    requests.handling.add(request);
    response.once('close', () => requests.handling.delete(request));
    time.advanceTo(Number(request.headers[NOW_HEADER]));
    listener(request, response);
  };
}

/** Answers the parent's clock. */
function followClock(time: WorkerTime, outgoing: OutgoingRequests, webCrypto: WebCryptoWork): void {
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'settle') void settle(message.id, message.sent);
    if (message.kind !== 'advance') return;
    time.advanceTo(message.now);
    say({ kind: 'advanced', id: message.id });
  });

  const settle = async (id: number, sent: number): Promise<void> => {
    const isArriving = (): boolean =>
      webCrypto.isUnderWay() ||
      requests.received < sent ||
      [...requests.handling].some((request) => !request.complete);
    const isAtRest = await untilAtRest(isArriving);
    say({
      kind: 'settled',
      id,
      isAtRest,
      handling: requests.handling.size,
      ports: outgoing.ports(),
      nextTimer: time.nextTimer(),
    });
  };
}
