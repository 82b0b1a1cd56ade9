import { createHmac } from 'node:crypto';

import { pause } from '../time.private';
import { problem, unavailable } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeDocument } from './change-document.private';
import { isRequestId, unknownRequest } from './find-record.private';
import { isDue } from './notify.private';
import type { OtpTools } from './otp-tools.private';
import { parseRecord, stateOf } from './record.private';
import type { OtpRecord } from './record.private';
import type { WebhookSettings } from './webhook-settings.private';

const MOST_TRIES = 4;
const TRY_MILLISECONDS = 3_000;
/** Before the second try; it doubles. */
const PAUSE_MILLISECONDS = 400;
/** What has to be left of the invocation to write down that it was delivered. */
const LAST_TRY_MILLISECONDS = 5_000;

/**
 * Tells the application how a request ended, if that is due: at least once, so that who listens has to look at the event's `id`.
 * Only a 2xx counts as heard. What is not, stays due.
 */
export async function deliverEnd(requestId: string, tools: OtpTools): Promise<OtpAnswer> {
  const { settings, store, time } = tools;
  if (!isRequestId(requestId)) return unknownRequest(requestId);
  const stored = await store.read(requestId);
  if (stored.kind === 'missing') return unknownRequest(requestId);
  if (stored.kind !== 'done') return { ...unavailable(), subject: { requestId } };
  const record = parseRecord(stored.data);
  const subject = { requestId, record };
  const done = (decision: string): OtpAnswer => ({
    kind: 'success',
    httpStatus: 200,
    decision,
    body: { requestId, delivery: decision },
    subject,
  });
  if (!isDue(record, time.now())) return done('not_due');
  if (settings.webhook === undefined) return { ...problem('misconfigured', { requestId }), subject };
  const told = stateOf(record, time.now()).status;
  const isHeard = await tell(eventOf(requestId, record, time.now()), settings.webhook, tools);
  if (!isHeard) return { ...unavailable(60), subject };
  await changeDocument(store, time, {
    name: requestId,
    guess: stored,
    decide: (data) => {
      const newest = parseRecord(data);
      // A right code that was counted in time may have been written late, or a repeat have made the request anew: to be told yet.
      if (stateOf(newest, time.now()).status !== told) return { kind: 'leave', value: undefined };
      return { kind: 'write', data: { ...newest, webhook: { deliveredAt: time.now() } }, value: undefined };
    },
  });
  return done('delivered');
}

/** What is told. The id is the same however often it is told. */
function eventOf(requestId: string, record: OtpRecord, now: number): object {
  const state = stateOf(record, now);
  const isVerified = state.status === 'verified';
  return {
    id: `${requestId}.${state.status}`,
    type: isVerified ? 'otp.verified' : 'otp.failed',
    requestId,
    purpose: record.purpose,
    ...(isVerified ? {} : { reason: state.status }),
    at: new Date(state.status === 'open' ? now : state.at).toISOString(),
    correlationId: record.correlationId,
  };
}

async function tell(event: object, { url, secret }: WebhookSettings, tools: OtpTools): Promise<boolean> {
  const { time, deadline, courier } = tools;
  const begin = time.now();
  const body = JSON.stringify(event);
  for (let round = 1; round <= MOST_TRIES; round += 1) {
    const headers = { 'Content-Type': 'application/json', 'X-Otp-Signature': sign(body, secret, time.now()) };
    const reply = await deadline.attempt(() => courier.post({ url, headers, body }), TRY_MILLISECONDS);
    if (reply.kind === 'done' && reply.value >= 200 && reply.value < 300) return true;
    const backoff = PAUSE_MILLISECONDS * 2 ** (round - 1) * (0.5 + time.random() / 2);
    if (round === MOST_TRIES || time.now() + backoff > begin + LAST_TRY_MILLISECONDS) return false;
    await pause(time, backoff);
  }
  return false;
}

/** `t` is in seconds and signed too, so that an old letter cannot be posted again as a new one. */
function sign(body: string, secret: string, now: number): string {
  const t = Math.floor(now / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
