import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { readFailure } from '../read-failure.private';
import type { Reply } from '../twilio-port.private';

/** No answer of a provider is longer; the rest of it is not waited for. */
const MOST_BYTES = 20_000;
const SILENCE_MILLISECONDS = 3_000;

/** Posts a form to an address that the configuration names, and answers with the text of a 200. Follows no redirects. */
export function postForm(url: string, fields: Readonly<Record<string, string>>): Promise<Reply<string>> {
  const body = new URLSearchParams(fields).toString();
  const request = url.startsWith('http:') ? httpRequest : httpsRequest;
  return new Promise((resolve) => {
    const outgoing = request(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(body)),
      },
      timeout: SILENCE_MILLISECONDS,
    });
    outgoing.once('timeout', () => outgoing.destroy());
    outgoing.on('error', (error) => resolve(readFailure(error) ?? { kind: 'unknown' }));
    outgoing.once('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MOST_BYTES) outgoing.destroy();
      });
      incoming.once('end', () =>
        resolve(incoming.statusCode === 200 ? { kind: 'done', value: text } : { kind: 'refused', code: 0 }),
      );
    });
    outgoing.end(body);
  });
}
