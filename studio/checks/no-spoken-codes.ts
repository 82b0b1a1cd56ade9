import type { CheckedFlow, CheckedWidget } from './checked-flow';
import { textOf } from './checked-flow';
import { warning, type Check } from './check';
import { secretInputsOf } from './secret-inputs';

/** Words that ask for a secret; a zip, area or country code is none. */
const SECRET =
  /(?<!\b(?:zip|postal|post|area|country|promo|store|dialing)[ -])\b(codes?|passcodes?|pin|otp|password|código|clave|contraseña)\b/i;

/** A code by what it is made of, when the same sentence says that it was sent. */
const DIGITS = /\b(digits?|dígitos?)\b/i;
const SENT = /\b(sent|send|texted|emailed|messaged|enviamos|enviado)\b/i;

/** What tells somebody to give something. */
const GIVE =
  /\b(enter|key|type|press|dial|say|speak|tell|give|provide|marque|ingrese|introduzca|digite|diga)\b/i;

/** Digits from which on an input is a code and not a choice from a menu. */
const SHORTEST_CODE = 3;

/** What may stand between the words that ask and the gather that listens. */
const PASSED_OVER = ['say-play', 'set-variables'];

/**
 * No gather that asks for a code listens to speech: a code spoken aloud is heard by others, recognition misreads it, and it
 * costs. Wiring `speech` is what makes a gather listen. A gather asks for a code when it takes more than a menu's one or two
 * digits, and its prompt, or what is said just before it, says so (code, passcode, PIN, OTP, password, digits that were sent;
 * also in Spanish); or when what it takes goes, also by way of variables, into something of that name.
 */
export const noSpokenCodes: Check = (flow) => {
  const secret = secretInputsOf(flow);
  const asked = askedBefore(flow);
  return flow.widgets.flatMap((widget) => {
    const { name, type, transitions } = widget.state;
    if (type !== 'gather-input-on-call') return [];
    const index = transitions.findIndex(({ event, next }) => event === 'speech' && next !== undefined);
    const asks = takesCode(widget) && (asked.has(name) || sentencesOf(widget).some(isOfCode));
    if (index === -1 || !(asks || secret.has(name))) return [];
    return [
      warning(
        `${widget.place}/transitions/${index}`,
        `"${name}" asks for a code and would listen to speech: unwire "speech", and take codes by keypad only`,
      ),
    ];
  });
};

function takesCode({ state }: CheckedWidget): boolean {
  const digits = state.properties['number_of_digits'];
  return typeof digits !== 'number' || digits === 0 || digits >= SHORTEST_CODE;
}

/** The widgets that come right after a Say/Play that asks for a code, and after those that it goes on with. */
function askedBefore(flow: CheckedFlow): ReadonlySet<string> {
  const asked = new Set<string>();
  const open = flow.widgets.filter(
    (widget) =>
      widget.state.type === 'say-play' &&
      sentencesOf(widget).some((sentence) => GIVE.test(sentence) && isOfCode(sentence)),
  );
  for (let widget = open.pop(); widget !== undefined; widget = open.pop()) {
    for (const { to } of flow.graph.leaving.get(widget.state.name) ?? []) {
      const next = to === null || asked.has(to) ? undefined : flow.byName.get(to);
      if (next === undefined) continue;
      asked.add(next.state.name);
      if (PASSED_OVER.includes(next.state.type)) open.push(next);
    }
  }
  return asked;
}

function sentencesOf(widget: CheckedWidget): readonly string[] {
  return textOf(widget, 'say').split(/[.!?]/);
}

function isOfCode(sentence: string): boolean {
  return SECRET.test(sentence) || (DIGITS.test(sentence) && SENT.test(sentence));
}
