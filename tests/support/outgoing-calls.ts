import { type Phone, phoneAt } from '../../scripts/emulator/simulate/phone';
import type { Heard } from '../../scripts/emulator/voice/heard';
import type { ReceivedCall } from '../../scripts/emulator/voice/phone-log';
import type { RequestResult } from '../../studio/model/wait';
import { type LocalTwilio, startLocalTwilio } from './local-twilio';

/** Who calls whom in these tests, and the application behind it. */
export const [from, to, url] = ['+14155550199', '+14155550100', 'https://example.com/voice'];

/** A local Twilio whose account holds the number that calls. */
export async function startWithNumber(): Promise<LocalTwilio> {
  const twilio = await startLocalTwilio();
  await twilio.client.incomingPhoneNumbers.create({ phoneNumber: from });
  return twilio;
}

/** What an application answers. */
export function twiml(inner: string): Extract<RequestResult, { body: string }> {
  return { status: 200, contentType: 'text/xml; charset=utf-8', body: `<Response>${inner}</Response>` };
}

/** Lets time pass second by second, and whoever was asked answer in between. */
export async function pass({ clock }: LocalTwilio, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1000);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

/** The phone that is called. */
export function phoneOf({ context }: LocalTwilio): Phone {
  return phoneAt(to, context);
}

/** What it heard on its newest call. */
export function heardBy(twilio: LocalTwilio): readonly Heard[] | undefined {
  return phoneOf(twilio).calls()[0]?.heard;
}

/** What Twilio noted on that call. */
export function notesOf(twilio: LocalTwilio): ReceivedCall['notes'] | undefined {
  return phoneOf(twilio).calls()[0]?.notes;
}

/** Words in English. */
export function said(text: string): Heard {
  return { kind: 'said', text, language: 'en-US' };
}

/** What is heard when an application fails. */
export const FAILURE = said('Something is wrong with this application. Goodbye.');
