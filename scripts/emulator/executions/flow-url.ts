import type { Flow } from '../entities/flow';
import type { Store } from '../store';

const FLOW_URL = /^https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/(AC[0-9a-f]{32})\/Flows\/(FW[0-9a-f]{32})$/;

/**
 * The address that a number calls to run a flow: its voice, messaging and status URL
 * (https://www.twilio.com/docs/studio/widget-library/trigger-start).
 */
export function flowUrl(accountSid: string, flowSid: string): string {
  return `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flowSid}`;
}

/** Whether an address is the webhook of some flow, ours or not. */
export function isFlowUrl(url: string): boolean {
  return FLOW_URL.test(url.split('?')[0] ?? '');
}

/** The account's flow behind a number's URL, or undefined when the URL is something else. */
export function flowOfUrl(store: Store, url: string): Flow | undefined {
  const [, accountSid, flowSid] = FLOW_URL.exec(url.split('?')[0] ?? '') ?? [];
  if (accountSid !== store.account.sid || flowSid === undefined) return undefined;
  return store.flows.get(flowSid);
}

/** How a webhook's address steers an execution: its `FlowEvent`, empty when it has none. */
export function flowEventOf(url: string): string {
  return queryOf(url).get(FLOW_EVENT) ?? '';
}

/**
 * What a webhook's address says besides: flows read it like the webhook's own parameters. Not public: whether they see
 * `FlowEvent` too; here they do not.
 */
export function parametersIn(url: string): Readonly<Record<string, string>> {
  const query = queryOf(url);
  query.delete(FLOW_EVENT);
  return Object.fromEntries(query);
}

const FLOW_EVENT = 'FlowEvent';

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.split('#')[0]?.split('?').slice(1).join('?'));
}
