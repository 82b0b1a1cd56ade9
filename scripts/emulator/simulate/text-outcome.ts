import type { Message } from '../entities/message';
import type { Store } from '../store';
import type { Phones, TextOutcome } from './phones';

/** Landline or unreachable carrier (https://www.twilio.com/docs/api/errors/30006). */
const UNREACHABLE: TextOutcome = { status: 'undelivered', errorCode: 30_006 };

/** Nobody says why (https://www.twilio.com/docs/api/errors/30008). */
const UNKNOWN: TextOutcome = { status: 'undelivered', errorCode: 30_008 };

/** What becomes of a text: as the phone was told to take it, else as its line and the carrier let it. */
export function outcomeOf(
  { store, phones }: { readonly store: Store; readonly phones: Phones },
  { to, channel }: Pick<Message, 'to' | 'channel'>,
): TextOutcome {
  const scripted = phones.habitsOf(to).texts;
  if (scripted !== null) return scripted;
  if (store.carrier.isDown) return UNKNOWN;
  const isLandline = channel === 'sms' && store.lineTypes.get(to) === 'landline';
  return isLandline ? UNREACHABLE : { status: 'delivered' };
}
