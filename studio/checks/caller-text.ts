import type { VariablePath } from '../liquid/analyze-template';
import { CALL_PARAMETERS } from '../model/webhook-parameters';
import type { CheckedFlow } from './checked-flow';

/** What a caller or a sender can make of a text: anything, or only digits with a `+`, `*` or `#` among them. */
export type CallerText = 'anything' | 'digits';

/** Keys whose text Twilio makes: names in letters and digits, and addresses of its own. */
const TWILIOS_OWN =
  /Sid$|Status$|(Country|State|Zip)$|^(ApiVersion|Confidence|Direction|Num\w+|MessageType|OptOutType|Media(Url|ContentType)\d+)$/;
const DIGITS = ['From', 'To', 'Caller', 'Called', 'ForwardedFrom', 'WaId', 'Digits'];

/** Which variables of a flow a caller controls, and how far. */
export type CallerTexts = (path: VariablePath) => CallerText | undefined;

/**
 * Follows what callers control: parameters of the call or message, keys, speech, replies, and variables set from them without
 * `url_encode`. Answers of Functions and servers are theirs, not the caller's.
 */
export function callerTextsOf(flow: CheckedFlow): CallerTexts {
  const variables = new Map<string, CallerText>();
  const controlled: CallerTexts = (path) => byVariable(path, variables) ?? byOrigin(path, flow);
  const set = flow.liquid.filter(({ property }) => property === 'variables');
  for (let before = -1; before !== variables.size;) {
    before = variables.size;
    for (const { key = '', analysis } of set) {
      const kinds = analysis.ok ? analysis.printedRaw.map(controlled) : [];
      if (kinds.includes('anything')) variables.set(key, 'anything');
      else if (kinds.includes('digits') && !variables.has(key)) variables.set(key, 'digits');
    }
  }
  return controlled;
}

function byVariable(
  [root, second, third]: VariablePath,
  variables: ReadonlyMap<string, CallerText>,
): CallerText | undefined {
  return root === 'flow' && second === 'variables' ? variables.get(String(third)) : undefined;
}

function byOrigin([root, second, third, fourth]: VariablePath, flow: CheckedFlow): CallerText | undefined {
  if (root === 'contact') return 'digits';
  if (root === 'trigger') {
    return isCallers(second, third) ? byKey(third) : undefined;
  }
  if (root !== 'widgets') return undefined;
  const type = flow.byName.get(String(second))?.state.type;
  if (type === 'gather-input-on-call') return byKey(third);
  return type === 'send-and-wait-for-reply' && third === 'inbound' ? byKey(fourth) : undefined;
}

/** What is on the URL that starts a call is the owner's; the headers of a SIP call are the caller's. */
function isCallers(kind: VariablePath[number] | undefined, key: VariablePath[number] | undefined): boolean {
  if (kind !== 'call') return kind === 'message' || kind === 'conversation';
  return CALL_PARAMETERS.includes(String(key)) || String(key).startsWith('SipHeader_');
}

function byKey(key: string | number | null | undefined): CallerText | undefined {
  if (typeof key !== 'string' || TWILIOS_OWN.test(key)) return undefined;
  return DIGITS.includes(key) ? 'digits' : 'anything';
}
