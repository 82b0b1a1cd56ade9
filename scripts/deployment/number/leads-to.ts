import type { VoiceSettings } from '../have';

/** What Twilio gives a new number as its voice URL; replacing it takes nothing from anybody. */
const TWILIO_DEMO_URL = 'https://demo.twilio.com/welcome/voice/';

/** Where calls to a number go, for people; null when nobody would miss it. */
export function leadsTo({ voiceUrl, voiceApplicationSid, trunkSid }: VoiceSettings): string | null {
  if (trunkSid !== null) return `the trunk ${trunkSid}`;
  if (voiceApplicationSid !== null) return `the TwiML application ${voiceApplicationSid}`;
  return voiceUrl === '' || voiceUrl === TWILIO_DEMO_URL ? null : voiceUrl;
}
