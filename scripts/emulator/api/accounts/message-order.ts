import { isValidPhoneNumber } from 'libphonenumber-js';
import type { Message } from '../../entities/message';
import { withoutChannel } from '../../simulate/inbox';
import { isOptedOut } from '../../simulate/opt-outs';
import { countryOf } from '../../voice/caller-id';
import type { ApiError } from '../answers';
import type { ApiContext } from '../context';
import type { Parameters } from '../parameters';
import { messageErrors } from './message-errors';

/** A message that somebody wants sent, as Twilio understood it. */
export type MessageOrder = Pick<Message, 'from' | 'to' | 'body' | 'channel' | 'messagingServiceSid'> & {
  /** Empty: nobody wants to know what becomes of it. */
  readonly statusCallback: string;
  /** Milliseconds since 1970; null: at once. */
  readonly sendAt: number | null;
};

/** An order that can be carried out, or why Twilio refuses it. */
export type OrderResult =
  { readonly ok: true; readonly order: MessageOrder } | { readonly ok: false; readonly error: ApiError };

/**
 * Reads the form of a new message
 * (https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource). Not public: which error comes
 * first when there are several.
 */
export function readOrder(form: Parameters, context: ApiContext): OrderResult {
  const order = orderOf(form, context);
  const error =
    refusalOfRecipient(order, form, context) ??
    refusalOfSender(order, form, context) ??
    refusalOfContent(order, form) ??
    refusalOfTime(order, form, context);
  return error === null ? { ok: true, order } : { ok: false, error };
}

function orderOf(form: Parameters, { store }: ApiContext): MessageOrder {
  const to = form.text('To');
  const messagingServiceSid = form.optional('MessagingServiceSid') ?? null;
  const pool = store.messagingServices.get(messagingServiceSid ?? '') ?? [];
  const isWhatsApp = to.startsWith('whatsapp:');
  return {
    to,
    from: form.optional('From') ?? (pool[0] === undefined ? '' : (isWhatsApp ? 'whatsapp:' : '') + pool[0]),
    body: form.optional('Body') ?? templateText(form),
    channel: isWhatsApp ? 'whatsapp' : 'sms',
    messagingServiceSid,
    statusCallback: form.text('StatusCallback'),
    sendAt: form.optional('ScheduleType') === 'fixed' ? Date.parse(form.text('SendAt')) : null,
  };
}

/** Templates of the Content API are not imitated: what is sent is the values of their variables, one after the other. */
function templateText(form: Parameters): string {
  const variables = form.json('ContentVariables');
  if (typeof variables !== 'object' || variables === null) return '';
  return Object.values(variables).map(String).join(' ');
}

function refusalOfRecipient({ to }: MessageOrder, form: Parameters, { store }: ApiContext): ApiError | null {
  if (to === '') return messageErrors.noTo;
  if (!isValidPhoneNumber(withoutChannel(to))) return messageErrors.invalidTo;
  const isClosed = store.closedCountries.messages.has(countryOf(withoutChannel(to)));
  return isClosed && form.text('To') === withoutChannel(to) ? messageErrors.closedCountry : null;
}

function refusalOfSender(order: MessageOrder, form: Parameters, { store }: ApiContext): ApiError | null {
  const { from, to, messagingServiceSid } = order;
  if (messagingServiceSid !== null && !store.messagingServices.has(messagingServiceSid)) {
    return messageErrors.noService;
  }
  if (from === '') return messagingServiceSid === null ? messageErrors.noFrom : messageErrors.emptyService;
  if (from === to) return to.startsWith('whatsapp:') ? messageErrors.sameInChannel : messageErrors.same;
  if (from.startsWith('whatsapp:') !== to.startsWith('whatsapp:')) return messageErrors.twoChannels;
  const isHeld = [...store.phoneNumbers.values()].some(
    ({ phoneNumber }) => phoneNumber === withoutChannel(from),
  );
  if (!isHeld) return unknownSender(from);
  const isOut = [form.text('From'), messagingServiceSid ?? from].some((each) => isOptedOut(store, each, to));
  return isOut ? messageErrors.optedOut : null;
}

function unknownSender(from: string): ApiError {
  if (from.startsWith('whatsapp:')) return messageErrors.noWhatsAppSender;
  return /^\+[1-9]\d{6,14}$/.test(from) ? messageErrors.foreignFrom : messageErrors.invalidFrom;
}

function refusalOfContent({ body, statusCallback }: MessageOrder, form: Parameters): ApiError | null {
  const hasContent = body !== '' || form.text('MediaUrl') !== '' || form.text('ContentSid') !== '';
  if (!hasContent) return messageErrors.noBody;
  if (body.length > BODY_LIMIT) return messageErrors.longBody;
  const isWebAddress = /^https?:\/\//i.test(statusCallback) && URL.canParse(statusCallback);
  return statusCallback === '' || isWebAddress ? null : messageErrors.invalidCallback;
}

/** Characters (https://www.twilio.com/docs/api/errors/21617). */
const BODY_LIMIT = 1600;

/** Seconds from now (https://www.twilio.com/docs/api/errors/35114). */
const [SOONEST, LATEST] = [300, 35 * 24 * 60 * 60];

function refusalOfTime(
  { sendAt, messagingServiceSid }: MessageOrder,
  form: Parameters,
  { clock }: ApiContext,
): ApiError | null {
  if (sendAt === null) return null;
  if (messagingServiceSid === null) return messageErrors.scheduleWithoutService;
  if (form.text('SendAt') === '') return messageErrors.noSendAt;
  const seconds = (sendAt - clock.now()) / 1000;
  return seconds >= SOONEST && seconds <= LATEST ? null : messageErrors.wrongSendAt;
}
