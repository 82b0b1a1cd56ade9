import type { IncomingPhoneNumber } from '../entities/incoming-phone-number';

/** A number that the account holds and that leads nowhere yet; `now` in milliseconds since 1970. */
export function newPhoneNumber(sid: string, phoneNumber: string, now: number): IncomingPhoneNumber {
  return {
    sid,
    phoneNumber,
    friendlyName: phoneNumber,
    voiceUrl: '',
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    statusCallback: '',
    statusCallbackMethod: 'POST',
    smsUrl: '',
    smsMethod: 'POST',
    dateCreated: now,
    dateUpdated: now,
  };
}
