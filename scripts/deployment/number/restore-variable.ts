import type { HadPhoneNumber, VoiceSettings } from '../have';

const PREFIX = 'RESTORE_';

/** The variable of an environment that keeps what a number led to before it was taken over. */
export function restoreKey(phoneNumberSid: string): string {
  return PREFIX + phoneNumberSid;
}

/** Whether a variable is one of these; they are not for functions, and stay until the number is given back. */
export function isRestoreKey(key: string): boolean {
  return /^RESTORE_PN[0-9a-f]{32}$/.test(key);
}

/** What a number leads to, as the value of the variable: `POST https://example.com/voice`, or `AP…`. */
export function restoreValue(number: HadPhoneNumber): string {
  return number.voiceApplicationSid ?? `${number.voiceMethod} ${number.voiceUrl}`;
}

/** What is to be set to give a number back. */
export type RestoredSettings = Pick<VoiceSettings, 'voiceUrl' | 'voiceMethod'> & {
  /** Empty for none. */
  readonly voiceApplicationSid: string;
};

/** Reads such a value; a number of which nothing was kept leads nowhere. */
export function readRestoreValue(value: string | undefined): RestoredSettings {
  const [, method, url] = /^(GET|POST) (.*)$/s.exec(value ?? '') ?? [];
  if (method !== undefined && url !== undefined)
    return { voiceMethod: method, voiceUrl: url, voiceApplicationSid: '' };
  return { voiceMethod: 'POST', voiceUrl: '', voiceApplicationSid: value ?? '' };
}
