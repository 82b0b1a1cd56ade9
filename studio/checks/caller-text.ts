import type { VariablePath } from '../liquid/analyze-template';
import type { CheckedFlow } from './checked-flow';

/** What a caller or a sender can make of a text: anything, or only a telephone number in some spelling. */
export type CallerText = 'anything' | 'number';

/** Keys of a call and a message that Twilio itself makes, of letters and digits only. */
const TWILIOS_OWN = /Sid$|^(ApiVersion|Direction|CallStatus|NumMedia|NumSegments|SmsStatus|Confidence)$/;
const NUMBERS = ['From', 'To', 'Caller', 'Called', 'WaId'];

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
      else if (kinds.includes('number') && !variables.has(key)) variables.set(key, 'number');
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
  if (root === 'contact') return 'number';
  if (root === 'trigger') {
    return ['call', 'message', 'conversation'].includes(String(second)) ? byKey(third) : undefined;
  }
  if (root !== 'widgets') return undefined;
  const type = flow.byName.get(String(second))?.state.type;
  if (type === 'gather-input-on-call') return byKey(third);
  return type === 'send-and-wait-for-reply' && third === 'inbound' ? byKey(fourth) : undefined;
}

function byKey(key: string | number | null | undefined): CallerText | undefined {
  if (typeof key !== 'string' || TWILIOS_OWN.test(key)) return undefined;
  return NUMBERS.includes(key) ? 'number' : 'anything';
}
