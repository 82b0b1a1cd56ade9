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

/** The account's flow behind a number's URL, or undefined when the URL is something else. */
export function flowOfUrl(store: Store, url: string): Flow | undefined {
  const [, accountSid, flowSid] = FLOW_URL.exec(url.split('?')[0] ?? '') ?? [];
  if (accountSid !== store.account.sid || flowSid === undefined) return undefined;
  return store.flows.get(flowSid);
}
