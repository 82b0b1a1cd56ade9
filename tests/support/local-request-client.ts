import { RequestClient } from 'twilio';
import type BaseClient from 'twilio/lib/base/RequestClient';
import type { Exchange } from './openapi-checker';

type Options<T> = BaseClient.RequestOptions<T>;
type Answer<T> = Awaited<ReturnType<typeof RequestClient.prototype.request<T>>>;

/** Sends what the SDK would send to Twilio to a server on loopback instead, and tells of every exchange. */
export class LocalRequestClient extends RequestClient {
  constructor(
    private readonly baseUrl: string,
    private readonly onExchange: (exchange: Exchange) => void,
  ) {
    super();
  }

  override async request<T>(options: Options<T>): Promise<Answer<T>> {
    const url = new URL(options.uri);
    const answer = await super.request({
      ...options,
      uri: this.baseUrl + url.pathname + url.search,
      headers: { ...options.headers, Host: url.hostname },
    });
    this.onExchange(toExchange(options, url, answer));
    return answer;
  }
}

function toExchange<T>(options: Options<T>, url: URL, answer: Answer<T>): Exchange {
  const { body } = answer as { body: unknown };
  return {
    method: options.method.toUpperCase(),
    host: url.hostname,
    path: url.pathname,
    query: { ...Object.fromEntries(url.searchParams), ...asText(options.params) },
    form: asText(options.data),
    conditions: conditionsOf(asText(options.headers)),
    status: answer.statusCode,
    body: typeof body === 'string' && body !== '' ? JSON.parse(body) : body,
  };
}

function conditionsOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('If-')));
}

/** What the SDK leaves undefined it does not send. */
function asText(values: unknown): Record<string, string> {
  const sent = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent.map(([name, value]) => [name, String(value)]));
}
