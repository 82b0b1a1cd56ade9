import { maskPhoneNumber } from '../phone-number.private';
import type { Channel } from '../requests.private';
import type { Call } from './otp-tools.private';
import { toRequestId } from './secrets.private';

/** What `/otp/request` is asked for; the number is not looked at yet. */
export interface RequestToSend {
  readonly phoneNumber: string;
  readonly purpose: string;
  readonly channel: Channel;
  readonly locale?: string;
  readonly idempotencyKey?: string;
}

/** A request that passed everything that costs nothing. */
export interface Planned {
  readonly requestId: string;
  /** Random: names the text of this invocation among those of the number. */
  readonly by: string;
  readonly to: string;
  readonly country: string;
  readonly masked: string;
  readonly fingerprint: string;
  /** Of the document that counts the number's texts. */
  readonly numberName: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly request: RequestToSend;
}

/** Names a request and everything that follows from it; asks nobody. */
export function plan(
  request: RequestToSend,
  { e164, country }: { readonly e164: string; readonly country: string },
  { client, tools }: Call,
): Planned {
  const { secrets, chance, time, settings } = tools;
  const { idempotencyKey, purpose, channel, locale } = request;
  const createdAt = time.now();
  return {
    requestId:
      idempotencyKey === undefined
        ? toRequestId(chance.bytes(17).toString('base64url'))
        : secrets.requestIdOf(client, idempotencyKey),
    by: chance.bytes(6).toString('base64url'),
    to: e164,
    country,
    masked: maskPhoneNumber(e164),
    fingerprint: secrets.fingerprint([e164, purpose, channel, locale ?? '']),
    numberName: secrets.nameOfNumber(e164),
    createdAt,
    expiresAt: createdAt + settings.ttlSeconds * 1000,
    request,
  };
}
