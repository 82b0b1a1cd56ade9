import { RequestClient, Twilio } from 'twilio';
import type BaseClient from 'twilio/lib/base/RequestClient';

import type { Account } from './entities/account';

type Answer<T> = Awaited<ReturnType<typeof RequestClient.prototype.request<T>>>;

/** The SDK's own HTTP client, with every `https://….twilio.com` led to a port of this machine. */
class LocalRequestClient extends RequestClient {
  readonly #port: number;

  constructor(port: number) {
    super();
    this.#port = port;
  }

  override request<T>(options: BaseClient.RequestOptions<T>): Promise<Answer<T>> {
    const { hostname, pathname, search } = new URL(options.uri);
    return super.request({
      ...options,
      uri: `http://127.0.0.1:${this.#port}${pathname}${search}`,
      headers: { ...options.headers, Host: hostname },
    });
  }
}

/** The real SDK, logged in to the local Twilio at this port, whatever edge and region the environment names. */
export function createSdkClient(account: Account, port: number): Twilio {
  const httpClient = new LocalRequestClient(port);
  return new Twilio(account.sid, account.authToken, { httpClient, edge: '', region: '' });
}
