import type { Twilio } from 'twilio';

import type { Account } from '../account';
import { orNull } from '../requests/error-status';
import { giveNumberBack } from '../number/give-number-back';
import type { HadPhoneNumber } from '../have';
import { leadsTo } from '../number/leads-to';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan/plan';
import { toPhoneNumber } from '../resources/phone-number';
import { readVariables } from '../resources/variables';
import {
  isRestoreKey,
  readRestoreValue,
  restoreKey,
  type RestoredSettings,
} from '../number/restore-variable';
import { withoutSecrets } from '../requests/without-secrets';

/** A number that was taken over, and what it led to before. */
export interface NumberToRestore {
  /** The variable that keeps it. */
  readonly variableSid: string;
  /** As the account has it now; null when it does not hold it any more. */
  readonly number: HadPhoneNumber | null;
  readonly settings: RestoredSettings;
}

/** Reads which numbers this installation took over. Throws what the SDK throws. */
export async function readNumbersToRestore(client: Twilio, outputs: Outputs): Promise<NumberToRestore[]> {
  const variables = await readVariables(
    client,
    needed(outputs.serverlessServiceSid),
    needed(outputs.environment).sid,
  );
  return Promise.all(
    variables
      .filter(({ key }) => isRestoreKey(key))
      .map(async ({ sid, key, value }): Promise<NumberToRestore> => {
        const number = await orNull(client.incomingPhoneNumbers(key.slice(restoreKey('').length)).fetch());
        return {
          variableSid: sid,
          number: number && toPhoneNumber(number),
          settings: readRestoreValue(value),
        };
      }),
  );
}

/** What is to become of each; one line that says so where there are none, and nothing at all when nobody asked. */
export function decideOnNumbers(
  numbers: readonly NumberToRestore[] | null,
  webhookUrl: string,
): { readonly name: string; readonly decision: Decision }[] {
  if (numbers === null) return [];
  if (numbers.length === 0) {
    return [{ name: 'none', decision: { action: 'keep', reason: 'no number was taken over from anything' } }];
  }
  return numbers.map(({ number, settings }) => ({
    name: number?.phoneNumber ?? 'gone',
    decision: decide(number, settings, webhookUrl),
  }));
}

/** Gives a number back, and forgets what it led to. Throws `AccountChangedError` when it leads elsewhere by now. */
export async function restoreNumber(
  { client }: Account,
  { number, settings, variableSid }: NumberToRestore,
  outputs: Outputs,
  webhookUrl: string,
): Promise<void> {
  const { sid } = needed(number ?? undefined);
  await giveNumberBack(client, { sid, settings }, webhookUrl);
  await client.serverless.v1
    .services(needed(outputs.serverlessServiceSid))
    .environments(needed(outputs.environment).sid)
    .variables(variableSid)
    .remove();
}

function decide(number: HadPhoneNumber | null, settings: RestoredSettings, webhookUrl: string): Decision {
  if (number === null) return { action: 'keep', reason: 'the account does not hold it any more' };
  if (leadsTo(number) !== webhookUrl) return { action: 'keep', reason: 'leads elsewhere by now' };
  const target = settings.voiceApplicationSid || settings.voiceUrl || 'nothing';
  return { action: 'update', reason: `leads to ${withoutSecrets(target)} again` };
}
