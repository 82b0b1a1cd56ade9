import { neededField, optionalField, SHORT_TEXT } from '../otp/fields.private';
import type { FieldRule, ReadRequest, WrongField } from '../otp/fields.private';

/** What `POST /web/session` is asked for; number and address are not looked at yet. */
export interface SessionToCreate {
  /** The application's own name for its user; only an HMAC of it is kept. */
  readonly userId: string;
  readonly phoneNumber?: string;
  readonly returnUrl: string;
  readonly locale?: string;
  /** True: a user who is confirmed is asked all the same. */
  readonly again: boolean;
}

/** What `GET /web/session` is asked for. */
export type SessionToRead = ({ readonly sessionId: string } | { readonly userId: string }) & {
  /** The answer says whether it is the confirmed one. */
  readonly phoneNumber?: string;
};

const USER_ID: FieldRule = { pattern: /^[^]{1,256}$/, description: 'a text of 1 to 256 characters' };
const RETURN_URL: FieldRule = {
  pattern: /^[^]{1,1024}$/,
  description: 'an address of at most 1024 characters',
};
const LOCALE: FieldRule = {
  pattern: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i,
  description: 'a language tag such as de-AT',
};

/** Reads `POST /web/session`. */
export function readSessionToCreate(event: unknown): ReadRequest<SessionToCreate> {
  const userId = neededField(event, 'userId', USER_ID);
  const returnUrl = neededField(event, 'returnUrl', RETURN_URL);
  const phoneNumber = optionalField(event, 'phoneNumber', SHORT_TEXT);
  const locale = optionalField(event, 'locale', LOCALE);
  const again = readAgain(event);
  if (userId.kind === 'wrong') return userId;
  if (returnUrl.kind === 'wrong') return returnUrl;
  if (phoneNumber.kind === 'wrong') return phoneNumber;
  if (locale.kind === 'wrong') return locale;
  if (typeof again === 'object') return again;
  return {
    kind: 'request',
    request: {
      userId: userId.text,
      returnUrl: returnUrl.text,
      again,
      ...(phoneNumber.text === undefined ? {} : { phoneNumber: phoneNumber.text }),
      ...(locale.text === undefined ? {} : { locale: locale.text }),
    },
  };
}

/** Reads `GET /web/session`: one of the two, and a number if need be. */
export function readSessionToRead(event: unknown): ReadRequest<SessionToRead> {
  const sessionId = optionalField(event, 'sessionId', SHORT_TEXT);
  const userId = optionalField(event, 'userId', USER_ID);
  const number = optionalField(event, 'phoneNumber', SHORT_TEXT);
  if (number.kind === 'wrong') return number;
  const phoneNumber = number.text === undefined ? {} : { phoneNumber: number.text };
  if (sessionId.kind === 'wrong') return sessionId;
  if (userId.kind === 'wrong') return userId;
  if (sessionId.text !== undefined)
    return { kind: 'request', request: { sessionId: sessionId.text, ...phoneNumber } };
  if (userId.text !== undefined) return { kind: 'request', request: { userId: userId.text, ...phoneNumber } };
  return { kind: 'wrong', field: 'sessionId', message: 'The field "sessionId" (or "userId") is missing.' };
}

function readAgain(event: unknown): boolean | WrongField {
  const value: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'again') : undefined;
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  return { kind: 'wrong', field: 'again', message: 'The field "again" must be true or false.' };
}
