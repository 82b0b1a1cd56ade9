import { verifySender } from '../../entities/message';
import type { Verification, VerifyService } from '../../entities/verify-service';
import type { Inbox } from '../../simulate/inbox';

/**
 * Brings a code to its phone: as a text, or, on channel `call`, as what a voice says. Always in English: the
 * translations of Verify's template are not emulated.
 */
export function deliverCode(verification: Verification, service: VerifyService, inbox: Inbox): void {
  const { to, channel } = verification;
  inbox.deliver({ from: verifySender, to, channel, body: textOf(verification, service) });
}

/** The default template (https://www.twilio.com/docs/verify/api/templates/public-templates). */
function textOf({ code, channel, customFriendlyName }: Verification, service: VerifyService): string {
  const text = `Your ${customFriendlyName ?? service.friendlyName} verification code is: ${code}`;
  return service.doNotShareWarningEnabled && channel === 'sms' ? `${text}. ${warning}` : text;
}

/** SMS only (https://www.twilio.com/docs/verify/api/service). */
const warning = 'Don’t share this code with anyone; our employees will never ask for the code';
