import type { RequestResult } from '../../../studio/model/wait';
import { ask, type AskWorld } from './ask';

/** A request to an application of the account: a status callback, or a question for TwiML. */
export interface WebhookRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Sent as a form, or with GET in the query. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Sends signed requests to wherever a URL leads on this machine. Never rejects. */
export type Webhooks = (request: WebhookRequest) => Promise<RequestResult>;

/** Twilio waits this long for an answer (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides). */
const READ_TIMEOUT_MILLISECONDS = 15_000;

/** Webhooks as Twilio sends them: signed with the account's token, redirects followed. */
export function createWebhooks(world: AskWorld): Webhooks {
  const patient = { ...world, timeoutMilliseconds: READ_TIMEOUT_MILLISECONDS };
  return ({ method, url, parameters }) => {
    const fields = new URLSearchParams(parameters).toString();
    const isPost = method === 'POST';
    return ask(patient, 'function', {
      method,
      url: isPost ? url : withQuery(url, fields),
      contentType: isPost ? 'application/x-www-form-urlencoded' : '',
      body: isPost ? fields : '',
      parameters,
      addTwilioAuth: false,
    });
  };
}

function withQuery(url: string, fields: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${fields}`;
}
