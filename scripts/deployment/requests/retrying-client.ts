import { RequestClient, Twilio } from 'twilio';
import type BaseClient from 'twilio/lib/base/RequestClient';

import { PermissionError, isPermissionStatus } from './permission-error';
import { withRetries } from './retries';
import type { Retries } from './retries';

type Answer<T> = Awaited<ReturnType<typeof RequestClient.prototype.request<T>>>;

/**
 * The same client, asking again as `withRetries` says; it shares the connections of the other. What its credentials may not do is a
 * `PermissionError`: the SDK's own does not say which product refused.
 */
export function retryingClient(client: Twilio, retries: Retries): Twilio {
  const { accountSid, username, password, region, edge } = client;
  return new Twilio(username, password, {
    accountSid,
    httpClient: new RetryingRequestClient(client.httpClient, retries),
    ...(region !== undefined && { region }),
    ...(edge !== undefined && { edge }),
  });
}

class RetryingRequestClient extends RequestClient {
  readonly #inner: RequestClient;
  readonly #retries: Retries;

  constructor(inner: RequestClient, retries: Retries) {
    super();
    this.#inner = inner;
    this.#retries = retries;
    this.axios = inner.axios;
  }

  override async request<T>(options: BaseClient.RequestOptions<T>): Promise<Answer<T>> {
    const isReading = options.method.toLowerCase() === 'get';
    const { answer } = await withRetries(this.#retries, isReading, async () => {
      const sent = await this.#inner.request<T>(options);
      return { status: sent.statusCode, answer: sent };
    });
    if (isPermissionStatus(answer.statusCode))
      throw new PermissionError(
        answer.statusCode,
        new URL(options.uri).hostname,
        answer.body,
        options.username,
      );
    return answer;
  }
}
