import type { CheckedFlow, CheckedWidget } from './checked-flow';
import { textOf } from './checked-flow';
import { warning, type Check } from './check';

/** Words that ask for a secret; a zip, area or country code is none. */
const SECRET =
  /(?<!\b(?:zip|postal|post|area|country|promo|store|dialing)[ -])\b(codes?|passcodes?|pin|otp|password|código|clave|contraseña)\b/i;

/** Parameters that carry a secret. */
const SECRET_KEY =
  /^(code|otp|pin|passcode|password|verification_?code|one_?time_?(code|passcode|password))$/i;

/** Digits from which on an input is a code and not a choice from a menu. */
const SHORTEST_CODE = 3;

/**
 * No gather that asks for a code listens to speech: a code spoken aloud is heard by others, recognition misreads it, and it
 * costs. Wiring `speech` is what makes a gather listen. A gather asks for a code when its prompt says so (code, passcode,
 * PIN, OTP, password; also in Spanish) and takes more than a menu's one or two digits; or when what it takes goes, also by way of a
 * variable, into a parameter of that name.
 */
export const noSpokenCodes: Check = (flow) =>
  flow.widgets.flatMap((widget) => {
    if (widget.state.type !== 'gather-input-on-call') return [];
    const index = widget.state.transitions.findIndex(
      ({ event, next }) => event === 'speech' && next !== undefined,
    );
    if (index === -1 || !(promptAsks(widget) || feedsSecret(flow, widget.state.name))) return [];
    return [
      warning(
        `${widget.place}/transitions/${index}`,
        `"${widget.state.name}" asks for a code and would listen to speech: unwire "speech", and take codes by keypad only`,
      ),
    ];
  });

function promptAsks(widget: CheckedWidget): boolean {
  const digits = widget.state.properties['number_of_digits'];
  const isLong = typeof digits !== 'number' || digits === 0 || digits >= SHORTEST_CODE;
  return isLong && SECRET.test(textOf(widget, 'say'));
}

/** Whether what a gather takes goes into a parameter that carries a secret. */
function feedsSecret(flow: CheckedFlow, gather: string): boolean {
  const variables = new Set(
    flow.liquid
      .filter((text) => text.property === 'variables' && reads(text, gather, new Set()))
      .map(({ key }) => key),
  );
  return flow.liquid.some(
    (text) =>
      text.property === 'parameters' && SECRET_KEY.test(text.key ?? '') && reads(text, gather, variables),
  );
}

function reads(
  { analysis }: CheckedFlow['liquid'][number],
  gather: string,
  variables: ReadonlySet<string | undefined>,
): boolean {
  if (!analysis.ok) return false;
  return analysis.reads.some(({ path: [root, second, third] }) =>
    root === 'flow'
      ? second === 'variables' && variables.has(String(third))
      : second === gather && (third === 'Digits' || third === 'SpeechResult'),
  );
}
