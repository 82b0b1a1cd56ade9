import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { readFailure } from '../read-failure.private';
import type { Reply } from '../twilio-port.private';

/** Something to be posted. */
export interface Letter {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts to addresses that the configuration names. Follows no redirects. */
export interface Courier {
  /** Answers with the HTTP status, whatever it is. */
  readonly post: (letter: Letter) => Promise<Reply<number>>;
  /** Done as soon as the letter is on its way; nobody waits for its answer. */
  readonly drop: (letter: Letter) => Promise<Reply<undefined>>;
}

/** A connection without a word for this long is given up. */
const SILENCE_MILLISECONDS = 3_000;

/** The courier over Node's HTTP. */
export const httpCourier: Courier = {
  post: (letter) =>
    new Promise((resolve) => {
      const outgoing = begin(letter, resolve);
      outgoing.once('response', (incoming) => {
        incoming.resume();
        resolve({ kind: 'done', value: incoming.statusCode ?? 0 });
      });
      outgoing.end(letter.body);
    }),
  drop: (letter) =>
    new Promise((resolve) => {
      const outgoing = begin(letter, resolve);
      outgoing.once('response', (incoming) => incoming.resume());
      outgoing.once('finish', () => resolve({ kind: 'done', value: undefined }));
      outgoing.end(letter.body);
    }),
};

function begin({ url, headers, body }: Letter, failed: (reply: Reply<never>) => void) {
  const request = url.startsWith('http:') ? httpRequest : httpsRequest;
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  const outgoing = request(url, {
    method: 'POST',
    headers: { ...headers, ...length },
    timeout: SILENCE_MILLISECONDS,
  });
  outgoing.once('timeout', () => outgoing.destroy());
  // Later errors, after the answer, are nobody's concern.
  outgoing.on('error', (error) => failed(readFailure(error) ?? { kind: 'unknown' }));
  return outgoing;
}
