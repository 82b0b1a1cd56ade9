import type { OtpSettings } from './otp-settings.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';

type Pacing = Pick<OtpSettings, 'resendSeconds' | 'maxSends'>;

/** When the next text may be asked for, in milliseconds since 1970; null when there will be none. */
export function nextSendAt(record: OtpRecord, settings: Pacing, now: number): number | null {
  const last = record.sends.at(-1);
  const isOver = stateOf(record, now).status !== 'open' || record.sends.length >= settings.maxSends;
  if (isOver || last === undefined) return null;
  const at = last.at + pauseAfter(record.sends.length, settings);
  return at < record.expiresAt ? at : null;
}

/** The pause after the n-th text (from 1) in milliseconds. */
export function pauseAfter(count: number, { resendSeconds }: Pick<Pacing, 'resendSeconds'>): number {
  return (resendSeconds[count - 1] ?? resendSeconds.at(-1) ?? 0) * 1000;
}

/** The whole minutes that a text promises: never more than there are, and never none. */
export function minutesUntil(moment: number, now: number): number {
  return Math.max(Math.floor((moment - now) / 60_000), 1);
}
