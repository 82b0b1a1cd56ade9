import { request } from 'node:http';

/** A request without the SDK in between. */
export interface RawRequest {
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer, or `null` when the connection ended without one. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Asks a server on loopback under another host name. */
export function ask(
  baseUrl: string,
  { host, path, method = 'GET', headers, body = '' }: RawRequest,
): Promise<RawAnswer | null> {
  return new Promise((resolve) => {
    const outgoing = request(
      baseUrl + path,
      { method, agent: false, headers: { ...headers, host } },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        );
      },
    );
    outgoing.on('error', () => resolve(null));
    outgoing.end(body);
  });
}

/** The header that proves who asks. */
export function basic({ sid, authToken }: { sid: string; authToken: string }): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${sid}:${authToken}`).toString('base64')}` };
}
