import { MAXIMUM_ANSWER_BYTES } from '../../../studio/model/limits';
import { isTwilioHost } from '../../../studio/model/twilio-host';
import type { OutgoingRequest, RequestResult } from '../../../studio/model/wait';
import type { Account } from '../entities/account';
import { isFormType, readForm, signFunctionRequest } from '../runtime/signature';
import type { Clock } from '../time/clock';
import type { Transport, TransportRequest, TransportResponse } from './transport';

/** What asking needs. */
export interface AskWorld {
  readonly account: Account;
  readonly clock: Clock;
  readonly transport: Transport;
  /** 10 000 by default. */
  readonly timeoutMilliseconds?: number;
}

/** Both widgets give up after this long (https://www.twilio.com/docs/studio/widget-library/run-function). */
const REQUEST_TIMEOUT_MILLISECONDS = 10_000;

/** Not public: how many redirects Studio follows before it takes the next one as the answer. */
const REDIRECT_LIMIT = 5;

/**
 * Sends what Run Function or Make HTTP Request asks for and brings the answer, in at most ten seconds (or what the world
 * says) of the local Twilio's time. A `function` request is signed, as Studio's are. Never rejects.
 */
export function ask(
  world: AskWorld,
  kind: 'function' | 'http',
  request: OutgoingRequest,
): Promise<RequestResult> {
  const url = parseUrl(request.url);
  if (url === undefined) return Promise.resolve({ failure: 'malformed-url' });
  // Credentials for another host: the widget fails without asking
  // (https://www.twilio.com/docs/studio/widget-library/http-request).
  if (request.addTwilioAuth && !isTwilioHost(url.hostname)) {
    return Promise.resolve({ failure: 'network' });
  }
  const first: TransportRequest = {
    method: request.method,
    url,
    headers: headersFor(world.account, kind, request, url),
    body: request.body,
  };
  const answer = follow(world.transport, first, REDIRECT_LIMIT).then(read, unreachable);
  return withinTimeLimit(world, answer);
}

function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

function headersFor(
  account: Account,
  kind: 'function' | 'http',
  request: OutgoingRequest,
  url: URL,
): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': 'TwilioProxy/1.1' };
  if (request.contentType !== '') headers['content-type'] = request.contentType;
  if (kind === 'function') {
    const parameters = isFormType(request.contentType) ? readForm(request.body) : {};
    headers['x-twilio-signature'] = signFunctionRequest(account.authToken, request.url, parameters);
  }
  const credentials = credentialsFor(account, request, url);
  if (credentials !== '') headers.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return headers;
}

function credentialsFor(account: Account, request: OutgoingRequest, url: URL): string {
  if (request.addTwilioAuth) return `${account.sid}:${account.authToken}`;
  if (url.username === '') return '';
  return `${decoded(url.username)}:${decoded(url.password)}`;
}

/** A lone percent sign, which Liquid may well put into an address, stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function follow(
  transport: Transport,
  request: TransportRequest,
  redirectsLeft: number,
): Promise<TransportResponse> {
  const response = await transport(request);
  const { location } = response.headers;
  const isRedirect = response.status >= 300 && response.status < 400 && location !== undefined;
  if (!isRedirect || redirectsLeft === 0 || !URL.canParse(location, request.url.href)) return response;
  const next = redirected(request, new URL(location, request.url), response.status);
  return follow(transport, next, redirectsLeft - 1);
}

/** 307 and 308 repeat the request, the others read the new place; a secret never travels to another host. */
function redirected(request: TransportRequest, url: URL, status: number): TransportRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) =>
        name !== 'x-twilio-signature' && (name !== 'authorization' || url.host === request.url.host),
    ),
  );
  if (status === 307 || status === 308) return { ...request, url, headers };
  return { method: 'GET', url, headers, body: '' };
}

function read(response: TransportResponse): RequestResult {
  if (Buffer.byteLength(response.body) > MAXIMUM_ANSWER_BYTES) return { failure: 'too-large' };
  return {
    status: response.status,
    contentType: response.headers['content-type'] ?? '',
    body: response.body,
    headers: response.headers,
  };
}

function unreachable(): RequestResult {
  return { failure: 'network' };
}

function withinTimeLimit(
  { clock, timeoutMilliseconds = REQUEST_TIMEOUT_MILLISECONDS }: AskWorld,
  work: Promise<RequestResult>,
): Promise<RequestResult> {
  return new Promise((resolve) => {
    const limit = clock.schedule(timeoutMilliseconds, () => {
      resolve({ failure: 'timeout' });
    });
    void clock.during(work).then((result) => {
      limit.cancel();
      resolve(result);
    });
  });
}
