import type { CallView, PhoneView } from './phone-view';
import { secondsOf } from './phone-view';
import { renderSaid } from './render-said';
import { saidSoFar, speechText } from './speech-text';
import type { Style } from './style';
import { clockText } from './wrap';

const CLOCK_WIDTH = 8;
const GAP = 2;
const HINT = 'h hangs up';

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
  return renderSaid({ seconds: secondsOf(call, since), who: 'IVR', text }, style);
}

/** One line such as `  0:12  your keys, # ends  1 2        run_verify/ask_for_code · h hangs up` */
function stateLine(call: CallView, now: number, style: Style): string {
  const { colors } = style;
  const room = style.width - CLOCK_WIDTH;
  const state = stateText(call);
  const keys = lastOf(Array.from(call.typed).join(' '), room - state.length - GAP);
  const left = state + (keys === '' ? '' : `  ${keys}`);
  const right = firstThatFits([`${call.widget} · ${HINT}`, HINT, ''], room - left.length - GAP);
  const gap = ' '.repeat(Math.max(0, room - left.length - right.length));
  const clock = clockText(secondsOf(call, now)).padStart(6);
  const shownKeys = left.slice(state.length);
  return `${colors.dim(clock)}  ${colors.dim(state)}${colors.bold(colors.cyan(shownKeys))}${gap}${colors.dim(right)}`;
}

function lastOf(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(text.length - width + 1)}`;
}

/** The first text that has room; the last one always has. */
function firstThatFits(texts: readonly string[], width: number): string {
  return texts.find((text) => text.length <= width) ?? '';
}

function stateText(call: CallView): string {
  if (call.isListening || call.speaking?.takesKeys === true) return 'your keys, # ends';
  return call.speaking === null ? 'please wait' : 'listen';
}
