import { isValidPhoneNumber } from 'libphonenumber-js';
import { isJsonObject } from '../../../../studio/model/json';
import type { Verification } from '../../entities/verify-service';

/**
 * A service's name: 1 to 30 characters, and no more than 4 digits, so that it cannot pass for a code
 * (https://www.twilio.com/docs/verify/api/service).
 */
export function isServiceName(name: string): boolean {
  const digits = name.match(/\d/g) ?? [];
  return name !== '' && name.length <= 30 && digits.length <= 4;
}

/** Codes have 4 to 10 characters, whether Verify made them or not (https://www.twilio.com/docs/verify/api/verification-check). */
export function isCode(code: string): boolean {
  return code.length >= 4 && code.length <= 10;
}

/** A number that the local Twilio can reach: E.164, and valid in its country's plan. */
export function isReachable(to: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(to) && isValidPhoneNumber(to);
}

/** True for the channels that the local Twilio delivers on. */
export function isEmulatedChannel(channel: string): channel is Verification['channel'] {
  return channel === 'sms' || channel === 'whatsapp' || channel === 'call';
}

/** Channels that Verify has and the local Twilio has not: a start on one is refused as a disabled channel. */
export function isOtherChannel(channel: string): boolean {
  return ['email', 'sna', 'auto', 'rcs'].includes(channel);
}

/**
 * True for a JSON object of at most 10 names and values, each of at most 128 characters
 * (https://www.twilio.com/docs/verify/api/verification). Not public: the error for others, and whether a value may be
 * something else than text; both are refused, so that a mistake shows.
 */
export function areTags(tags: unknown): boolean {
  if (!isJsonObject(tags)) return false;
  const pairs = Object.entries(tags);
  return pairs.length <= 10 && pairs.flat().every((text) => typeof text === 'string' && text.length <= 128);
}

/**
 * True for a language that Verify's default template speaks (https://www.twilio.com/docs/verify/supported-languages).
 * That page announces 404 for any other; callers of the API see 60200, which is what we answer.
 */
export function isLocale(locale: string): boolean {
  return locales.has(locale.replace('_', '-').toLowerCase());
}

const locales = new Set(
  (
    'af ar ca zh zh-cn zh-hk hr cs da nl en en-gb et fi fr de el he hi hu id it ja kn ko lt ms mr nb pl pt pt-br ' +
    'ro ru sk es sv tl te th tr uk vi'
  ).split(' '),
);
