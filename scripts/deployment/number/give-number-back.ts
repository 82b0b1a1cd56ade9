import type { Twilio } from 'twilio';

import { AccountChangedError } from '../requests/account-changed';
import { leadsTo } from './leads-to';
import { toPhoneNumber } from '../resources/phone-number';
import type { RestoredSettings } from './restore-variable';

/** Leads a number to what it led to before. Throws `AccountChangedError` when somebody led it elsewhere since the plan was made. */
export async function giveNumberBack(
  client: Twilio,
  { sid, settings }: { readonly sid: string; readonly settings: RestoredSettings },
  webhookUrl: string,
): Promise<void> {
  const resource = client.incomingPhoneNumbers(sid);
  const now = leadsTo(toPhoneNumber(await resource.fetch()));
  if (now !== webhookUrl) throw new AccountChangedError('the number leads elsewhere now');
  await resource.update({
    voiceUrl: settings.voiceUrl,
    voiceMethod: settings.voiceMethod === 'GET' ? 'GET' : 'POST',
    voiceApplicationSid: settings.voiceApplicationSid,
  });
}
