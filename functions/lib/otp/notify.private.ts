import { createHmac } from 'node:crypto';

import type { OtpTools } from './otp-tools.private';
import { stateOf, UNDER_WAY_MILLISECONDS } from './record.private';
import type { OtpRecord } from './record.private';

/** How long an answer waits until the word to the deliverer is on its way. */
const DROP_MILLISECONDS = 1_000;

/** Whether an end of this record has to be told, and was not yet. */
export function isDue(record: OtpRecord, now: number): boolean {
  const { webhook } = record;
  return webhook !== undefined && webhook.deliveredAt === undefined && stateOf(record, now).status !== 'open';
}

/**
 * Has `/otp/deliver` tell the end of a record, if that is due, and does not wait for it. `justEnded` when this invocation ended it;
 * else a delivery may be under way for a while, and only after that somebody who passes by starts another one.
 */
export async function notifyIfDue(
  requestId: string,
  record: OtpRecord,
  tools: OtpTools,
  justEnded = false,
): Promise<void> {
  const now = tools.time.now();
  const state = stateOf(record, now);
  if (!isDue(record, now) || state.status === 'open') return;
  if (!justEnded && state.status !== 'expired' && now < state.at + UNDER_WAY_MILLISECONDS) return;
  const url = `${tools.ownOrigin}/otp/deliver`;
  const letter = {
    url,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signatureOf(url, { requestId }, tools.authToken),
    },
    body: new URLSearchParams({ requestId }).toString(),
  };
  await tools.deadline.attempt(() => tools.courier.drop(letter), DROP_MILLISECONDS);
}

/** Twilio's own signature of a form, which lets a request into a protected function. https://www.twilio.com/docs/usage/security */
function signatureOf(url: string, form: Readonly<Record<string, string>>, authToken: string): string {
  const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  const signed = url + fields.map(([name, value]) => name + value).join('');
  return createHmac('sha1', authToken).update(signed).digest('base64');
}
