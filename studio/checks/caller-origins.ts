import type { VariablePath } from '../liquid/analyze-template';
import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { CheckedFlow } from './checked-flow';

/**
 * What a caller or a sender can make of a text: anything, or only digits with a `+`, `*` or `#` among them; unsure where it hangs on
 * the part of an object that is taken.
 */
export type CallerText = 'anything' | 'digits' | 'unsure';

/** Keys whose text Twilio makes: names in letters and digits, and addresses of its own. */
const TWILIOS_OWN =
  /Sid$|Status$|(Country|State|Zip)$|^(ApiVersion|Confidence|Direction|Num\w+|MessageType|OptOutType|Media(Url|ContentType)\d+)$/;
const DIGITS = ['From', 'To', 'Caller', 'Called', 'ForwardedFrom', 'WaId', 'Digits'];

/**
 * What callers make of a variable of Studio's own making: parameters of the call or message, keys, speech, replies. Of a whole object
 * they make anything as soon as they make something in it. Answers of Functions and servers are theirs, not the caller's.
 */
export function byOrigin(
  [root, second, third, fourth]: VariablePath,
  flow: CheckedFlow,
): CallerText | undefined {
  if (root === 'contact') return 'digits';
  if (root === 'trigger') {
    if (second === undefined) return 'anything';
    return isCallers(second, third) ? byKey(third) : undefined;
  }
  if (root !== 'widgets') return undefined;
  const type = flow.byName.get(String(second))?.state.type;
  if (type === 'gather-input-on-call') return byKey(third);
  if (type !== 'send-and-wait-for-reply') return undefined;
  return third === undefined || third === 'inbound' ? byKey(fourth) : undefined;
}

/** What is on the URL that starts a call is the owner's; the headers of a SIP call are the caller's. */
function isCallers(kind: VariablePath[number], key: VariablePath[number] | undefined): boolean {
  if (kind !== 'call') return kind === 'message' || kind === 'conversation';
  if (typeof key !== 'string') return true;
  return CALL_PARAMETERS.includes(key) || key.startsWith('SipHeader_');
}

/** Without a key it is the whole object; null is a key that another variable decides. */
function byKey(key: VariablePath[number] | undefined): CallerText | undefined {
  if (key === undefined) return 'anything';
  if (typeof key !== 'string') return 'unsure';
  if (TWILIOS_OWN.test(key)) return undefined;
  return DIGITS.includes(key) ? 'digits' : 'anything';
}
