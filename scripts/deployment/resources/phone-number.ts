import type { Twilio } from 'twilio';

import type { Account } from '../account';
import { AccountChangedError } from '../requests/account-changed';
import type { HadPhoneNumber } from '../have';
import { leadsTo } from '../number/leads-to';
import { LONGEST_VALUE, readMark } from '../mark/mark';
import { needed } from '../needed';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import { restoreKey, restoreValue } from '../number/restore-variable';

/** The number that callers dial: its voice URL is the parent flow's webhook. */
export const phoneNumber: Resource = {
  kind: 'Phone number',
  name: (want) => want.phoneNumber ?? 'none',
  outputs: ({ have }) => (have.phoneNumber === null ? {} : { phoneNumberSid: have.phoneNumber.sid }),
  decide,
  apply: async (account, situation) => {
    const { known, have } = situation;
    const had = have.phoneNumber;
    if (had === null) throw new Error('A number is pointed only when the account holds it');
    const number = account.client.incomingPhoneNumbers(had.sid);
    await needSame(number, had);
    await keepWhatItLedTo(account, situation, had);
    const { webhookUrl } = needed(known.parentFlow);
    await number.update({ voiceUrl: webhookUrl, voiceMethod: 'POST', voiceApplicationSid: '' });
    return { phoneNumberSid: had.sid };
  },
};

/** The number as the account holds it, with where its calls go. */
export async function readPhoneNumber(client: Twilio, number: string | null): Promise<HadPhoneNumber | null> {
  if (number === null) return null;
  const found = await client.incomingPhoneNumbers.list({ phoneNumber: number });
  // The API's filter also answers numbers that merely contain the digits.
  const exact = found.find((candidate) => candidate.phoneNumber === number);
  return exact === undefined ? null : toPhoneNumber(exact);
}

interface SdkPhoneNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly voiceUrl: string | null;
  readonly voiceMethod: string | null;
  readonly voiceApplicationSid: string | null;
  readonly trunkSid: string | null;
}

/** A number as we see it; absent and empty mean the same to Twilio. */
export function toPhoneNumber(number: SdkPhoneNumber): HadPhoneNumber {
  return {
    sid: number.sid,
    phoneNumber: number.phoneNumber,
    voiceUrl: number.voiceUrl ?? '',
    voiceMethod: number.voiceMethod ?? 'POST',
    voiceApplicationSid: number.voiceApplicationSid || null,
    trunkSid: number.trunkSid || null,
  };
}

function decide(situation: Situation): Decision {
  const { want, have, known } = situation;
  if (want.phoneNumber === null) return { action: 'keep', reason: 'no number is wanted' };
  const had = have.phoneNumber;
  if (had === null) {
    return { action: 'blocked', reason: 'the account does not hold this number; buy it, or name another' };
  }
  const target = leadsTo(had);
  if (target !== null && target === known.parentFlow?.webhookUrl)
    return { action: 'keep', reason: 'leads to the parent flow' };
  if (target === null) return { action: 'update', reason: 'leads nowhere yet' };
  if (isOldWebhook(target, situation))
    return { action: 'update', reason: 'leads to the parent flow that was there before' };
  if (had.trunkSid !== null) {
    return { action: 'blocked', reason: `belongs to ${target}; take it out of there first` };
  }
  if (!want.permissions.takeOver) {
    return { action: 'blocked', reason: `leads to ${target} already; --take-over leads it here` };
  }
  if (Buffer.byteLength(restoreValue(had)) > LONGEST_VALUE) {
    return { action: 'blocked', reason: `leads to a URL too long to be kept: clear it first` };
  }
  return { action: 'update', reason: `is taken over from ${target}` };
}

/** A flow of this installation that was deleted by hand and made anew: nobody's number is taken by leading it to the new one. */
function isOldWebhook(target: string, { have }: Situation): boolean {
  const parent = readMark(have.variables)?.parent ?? null;
  return parent !== null && target.endsWith(`/Flows/${parent}`);
}

async function needSame(
  number: ReturnType<Twilio['incomingPhoneNumbers']>,
  had: HadPhoneNumber,
): Promise<void> {
  const now = leadsTo(toPhoneNumber(await number.fetch()));
  if (now === leadsTo(had)) return;
  throw new AccountChangedError(`the number leads to ${now ?? 'nothing'} now`);
}

/** What matters is where the number led last before it led to us; of one that led nowhere, nothing is kept. */
async function keepWhatItLedTo(
  { client }: Account,
  situation: Situation,
  had: HadPhoneNumber,
): Promise<void> {
  const { have, known } = situation;
  const target = leadsTo(had);
  if (target !== null && isOldWebhook(target, situation)) return;
  const key = restoreKey(had.sid);
  const kept = have.variables.find((variable) => variable.key === key);
  const list = client.serverless.v1
    .services(needed(known.serverlessServiceSid))
    .environments(needed(known.environment).sid).variables;
  const value = restoreValue(had);
  if (target === null) {
    if (kept !== undefined) await list(kept.sid).remove();
  } else if (kept === undefined) await list.create({ key, value });
  else if (kept.value !== value) await list(kept.sid).update({ value });
}
