import { CHANNELS } from '../requests.private';
import type { Channel } from '../requests.private';
import type { CancelRequest } from './cancel-request.private';
import { headersOf, neededField, optionalField, SHORT_TEXT } from './fields.private';
import type { FieldRule, ReadRequest, WrongField } from './fields.private';
import type { Guess } from './guess.private';
import type { RequestToSend } from './planned-request.private';
import type { ResendRequest } from './resend-code.private';

const CHANNEL: FieldRule = {
  pattern: new RegExp(`^(${CHANNELS.join('|')})$`),
  description: `one of: ${CHANNELS.join(', ')}`,
};
const LOCALE: FieldRule = {
  pattern: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i,
  description: 'a language tag such as pt-BR',
};
/** `ivr` is what a proof of the phone menu says, and nobody else's. */
const PURPOSE: FieldRule = {
  pattern: /^(?!ivr$)[\w.:-]{1,64}$/,
  description: 'a word of at most 64 letters, digits, and _ . : - (but not "ivr")',
};
/** Spaces are what people put into codes. A text that cannot be a code is no guess. */
const CODE: FieldRule = {
  pattern: /^(?=.{1,32}$)\s*(\d\s*){4,10}$/,
  description: 'a text of 4 to 10 digits',
};
const REASON: FieldRule = { pattern: /^[^]{0,100}$/, description: 'a text of at most 100 characters' };
const EVENT_NAME: FieldRule = { pattern: /^code$/, description: '"code", the only event there is' };
const IDEMPOTENCY_KEY: FieldRule = {
  pattern: /^[\x21-\x7e]{1,128}$/,
  description: 'a header given once, of 1 to 128 visible ASCII characters',
};

/** What a code is for when nobody says. */
const USUAL_PURPOSE = 'verification';

/** Reads what `/otp/request` is asked for; the number may be any text so far. */
export function readRequestToSend(event: unknown): ReadRequest<RequestToSend> {
  const phoneNumber = neededField(event, 'phoneNumber', SHORT_TEXT);
  const purpose = optionalField(event, 'purpose', PURPOSE);
  const channel = optionalField(event, 'channel', CHANNEL);
  const locale = optionalField(event, 'locale', LOCALE);
  const key = idempotencyKeyOf(event);
  const wrong = [phoneNumber, purpose, channel, locale, key].find(isWrong);
  if (wrong !== undefined) return wrong;
  return {
    kind: 'request',
    request: {
      phoneNumber: textOf(phoneNumber) ?? '',
      purpose: textOf(purpose) ?? USUAL_PURPOSE,
      channel: channelOf(textOf(channel)) ?? 'sms',
      ...given('locale', textOf(locale)),
      ...given('idempotencyKey', textOf(key)),
    },
  };
}

/** Reads what `/otp/verify` is asked for; spaces are taken out of the code. */
export function readGuess(event: unknown): ReadRequest<Guess> {
  const requestId = neededField(event, 'requestId', SHORT_TEXT);
  const code = neededField(event, 'code', CODE);
  const purpose = optionalField(event, 'purpose', PURPOSE);
  const wrong = [requestId, code, purpose].find(isWrong);
  if (wrong !== undefined) return wrong;
  const digits = (textOf(code) ?? '').replace(/\s/g, '');
  return {
    kind: 'request',
    request: { requestId: textOf(requestId) ?? '', code: digits, ...given('purpose', textOf(purpose)) },
  };
}

/** Reads `/otp/event`, the raise-event form of the same: an event is called `code` and carries `{code}`. */
export function readEvent(event: unknown): ReadRequest<Guess> {
  const name = neededField(event, 'eventName', EVENT_NAME);
  return name.kind === 'wrong' ? name : readGuess(event);
}

/** Reads what `/otp/resend` is asked for. */
export function readResend(event: unknown): ReadRequest<ResendRequest> {
  const requestId = neededField(event, 'requestId', SHORT_TEXT);
  const channel = optionalField(event, 'channel', CHANNEL);
  const wrong = [requestId, channel].find(isWrong);
  if (wrong !== undefined) return wrong;
  const wanted = channelOf(textOf(channel));
  return {
    kind: 'request',
    request: { requestId: textOf(requestId) ?? '', ...(wanted === undefined ? {} : { channel: wanted }) },
  };
}

/** Reads `/otp/status` and `/otp/deliver`. */
export function readRequestId(event: unknown): ReadRequest<{ readonly requestId: string }> {
  const requestId = neededField(event, 'requestId', SHORT_TEXT);
  return requestId.kind === 'wrong' ? requestId : { kind: 'request', request: { requestId: requestId.text } };
}

/** Reads what `/otp/cancel` is asked for. */
export function readCancel(event: unknown): ReadRequest<CancelRequest> {
  const requestId = neededField(event, 'requestId', SHORT_TEXT);
  const reason = optionalField(event, 'reason', REASON);
  const wrong = [requestId, reason].find(isWrong);
  if (wrong !== undefined) return wrong;
  return {
    kind: 'request',
    request: { requestId: textOf(requestId) ?? '', ...given('reason', textOf(reason)) },
  };
}

function idempotencyKeyOf(event: unknown): Field {
  const field = optionalField(
    { 'Idempotency-Key': headersOf(event)['idempotency-key'] },
    'Idempotency-Key',
    IDEMPOTENCY_KEY,
  );
  return field;
}

type Field = ReturnType<typeof optionalField>;

function isWrong(field: Field): field is WrongField {
  return field.kind === 'wrong';
}

function textOf(field: Field): string | undefined {
  return field.kind === 'right' ? field.text : undefined;
}

function channelOf(text: string | undefined): Channel | undefined {
  return CHANNELS.find((channel) => channel === text);
}

function given<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  const entry: Partial<Record<Name, string>> = {};
  if (text !== undefined) entry[name] = text;
  return entry;
}
