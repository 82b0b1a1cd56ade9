import type { CallView, PhoneView } from './phone-view';
import { secondsOf } from './phone-view';
import { INDENT } from './render-entry';
import { saidSoFar, speechText } from './speech-text';
import type { Style } from './style';
import { clockText, shorten, wrap } from './wrap';

/**
 * The lines at the bottom that change while time runs: what is being said, as far as it has been said, and one line of
 * state. Pure: the same view and `now` always give the same lines.
 */
export function renderLive(view: PhoneView, now: number, style: Style): string[] {
  const { colors } = style;
  if (view.call === null) return ['', `  ${colors.dim('Enter calls again · ? help · q quits')}`];
  const said = speechLines(view.call, now, style);
  return [...said, ...(said.length > 0 ? [''] : []), stateLine(view.call, now, style)];
}

function speechLines(call: CallView, now: number, style: Style): string[] {
  if (call.speaking === null) return [];
  const { speech, seconds, since } = call.speaking;
  const text = saidSoFar(speechText(speech), (now - since) / 1000, seconds);
  const clock = style.colors.dim(clockText(secondsOf(call, since)).padStart(6));
  const [first = '', ...rest] = wrap(text, style.width - INDENT);
  return [
    `${clock}  ${style.colors.green('IVR ')}  ${first}`,
    ...rest.map((part) => ' '.repeat(INDENT) + part),
  ];
}

/** `  0:12  ⌨ press keys, # ends  12_            run_verify/ask_for_code · h hangs up` */
function stateLine(call: CallView, now: number, style: Style): string {
  const { colors, width } = style;
  const clock = clockText(secondsOf(call, now)).padStart(6);
  const keys = [...call.typed].join(' ');
  const what = stateText(call);
  const left = `${what}${keys === '' ? '' : `  ${keys}`}`;
  const hint = 'h hangs up';
  const room = width - INDENT - left.length - hint.length - 6;
  const widget = room > 3 ? shorten(call.widget, room) : '';
  const right = [widget, hint].filter((part) => part !== '').join(' · ');
  const gap = ' '.repeat(Math.max(2, width - 8 - left.length - right.length));
  const shownKeys = keys === '' ? '' : `  ${colors.bold(colors.cyan(keys))}`;
  return `${colors.dim(clock)}  ${colors.dim(what)}${shownKeys}${gap}${colors.dim(right)}`;
}

function stateText(call: CallView): string {
  if (call.speaking !== null) return 'speaking';
  return call.isListening ? 'your keys, # ends' : 'please wait';
}
