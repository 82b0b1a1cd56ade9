import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an application was told. */
export interface Heard {
  readonly body: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** An application that listens to the webhook. */
export interface Listener {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** What it answers from now on. */
  readonly answer: (status: number | (() => Promise<number>)) => void;
  /** Settles when it has answered this many in all. */
  readonly untilAnswered: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Listens on loopback, and answers 204. */
export async function startListener(): Promise<Listener> {
  const heard: Heard[] = [];
  const waiting = new Map<number, () => void>();
  let answered = 0;
  let next: () => Promise<number> = async () => 204;
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const event: unknown = JSON.parse(body);
    heard.push({
      body,
      event: Object.assign({}, event),
      signature: String(request.headers['x-otp-signature']),
    });
    response.statusCode = await next();
    response.end(() => {
      answered += 1;
      waiting.get(answered)?.();
    });
  };
  const server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    heard,
    answer: (status) => {
      next = typeof status === 'function' ? status : async () => status;
    },
    untilAnswered: async (count) => {
      if (answered < count) await new Promise<void>((resolve) => waiting.set(count, resolve));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
