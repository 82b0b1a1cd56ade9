import type { Twilio } from 'twilio';

import type { HadPhoneNumber, Have } from '../have';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan';
import type { Resource } from '../resource';
import type { Want } from '../want';

/** What Twilio gives a new number as its voice URL; replacing it takes nothing from anybody. */
const TWILIO_DEMO_URL = 'https://demo.twilio.com/welcome/voice/';

/** The number that callers dial: its voice URL is the parent flow's webhook. */
export const phoneNumber: Resource = {
  kind: 'Phone number',
  name: (want) => want.phoneNumber ?? 'none',
  outputs: () => ({}),
  decide,
  apply: async (account, _want, have, known) => {
    if (have.phoneNumber === null || known.parentFlow === undefined) {
      throw new Error('A number is pointed after the parent flow, and only when the account holds it');
    }
    await account.client.incomingPhoneNumbers(have.phoneNumber.sid).update({
      voiceUrl: known.parentFlow.webhookUrl,
      voiceMethod: 'POST',
    });
    return {};
  },
};

/** The number as the account holds it, with its voice URL. */
export async function readPhoneNumber(client: Twilio, number: string | null): Promise<HadPhoneNumber | null> {
  if (number === null) return null;
  const found = await client.incomingPhoneNumbers.list({ phoneNumber: number });
  // The API's filter also answers numbers that merely contain the digits.
  const exact = found.find((candidate) => candidate.phoneNumber === number);
  if (exact === undefined) return null;
  return { sid: exact.sid, phoneNumber: exact.phoneNumber, voiceUrl: exact.voiceUrl };
}

function decide(want: Want, have: Have, known: Outputs): Decision {
  if (want.phoneNumber === null) return { action: 'keep', reason: 'no number is wanted' };
  if (have.phoneNumber === null) {
    return { action: 'blocked', reason: 'the account does not hold this number; buy it, or name another' };
  }
  const { voiceUrl } = have.phoneNumber;
  if (voiceUrl === known.parentFlow?.webhookUrl)
    return { action: 'keep', reason: 'leads to the parent flow' };
  if (voiceUrl === '' || voiceUrl === TWILIO_DEMO_URL) {
    return { action: 'update', reason: 'leads nowhere yet' };
  }
  return { action: 'blocked', reason: `leads to ${voiceUrl} already; clear its voice URL first` };
}
