import { assertNever } from '../../studio/model/assert-never';
import type { Entry } from './entry';
import type { Colors, Style } from './style';
import { clockText, wrap } from './wrap';

/** Where text begins, behind the clock and the speaker. */
export const INDENT = 14;

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** The lines of one entry, coloured, never wider than the style's width. */
export function renderEntry(entry: Entry, style: Style): string[] {
  const { colors } = style;
  switch (entry.kind) {
    case 'dialled':
      return line(entry.seconds, 'You', `calls ${entry.to} from ${entry.from}`, style, colors.cyan);
    case 'speech':
      return line(entry.seconds, 'IVR', entry.isCut ? `${entry.text} …` : entry.text, style, colors.green);
    case 'keys':
      return line(entry.seconds, 'You', keysText(entry.keys), style, colors.cyan, colors.bold);
    case 'silence':
      return line(entry.seconds, 'You', '(silent)', style, colors.cyan, colors.dim);
    case 'message':
      return bubble(entry, style);
    case 'widgets':
      return aside(entry.names.join(' › '), style);
    case 'request':
      return aside(`${entry.method} ${entry.path} → ${statusText(entry.status)}`, style);
    case 'warning':
      return line(entry.seconds, '!', entry.text, style, colors.yellow);
    case 'over':
      return over(entry, style);
    case 'notice':
      return notice(entry, style);
    default:
      return assertNever(entry);
  }
}

type Paint = Colors[keyof Pick<Colors, 'cyan'>];

/** `  0:07  IVR   text`, with the text's other lines under its first. */
function line(
  seconds: number,
  who: string,
  text: string,
  style: Style,
  paint: Paint,
  paintText: Paint = (t) => String(t),
): string[] {
  const [first = '', ...rest] = wrap(text, style.width - INDENT);
  const clock = style.colors.dim(clockText(seconds).padStart(6));
  const speaker = paint(who.padEnd(4));
  return [`${clock}  ${speaker}  ${paintText(first)}`, ...rest.map((part) => indented(paintText(part)))];
}

function aside(text: string, style: Style): string[] {
  return wrap(text, style.width - INDENT).map((part) => indented(style.colors.dim(part)));
}

function bubble(entry: Of<'message'>, style: Style): string[] {
  const { dim } = style.colors;
  const inner = style.width - INDENT - 4;
  const title = `${channelText(entry.channel)} to ${entry.to}`;
  const lines = entry.body.split('\n').flatMap((part) => wrap(part, inner));
  const width = Math.min(inner, Math.max(title.length + 2, ...lines.map((part) => part.length)));
  const bar = '─'.repeat(Math.max(0, width - title.length));
  return [
    indented(`${dim('╭')} ${title} ${dim(`${bar}╮`)}`),
    ...lines.map((part) =>
      indented(
        `${dim('│')} ${highlightCode(part, style.colors)}${' '.repeat(width - part.length)} ${dim('│')}`,
      ),
    ),
    indented(dim(`╰${'─'.repeat(width + 2)}╯`)),
  ];
}

function highlightCode(text: string, colors: Colors): string {
  return text.replace(/\b\d{4,10}\b/g, (code) => colors.bold(colors.yellow(code)));
}

function over(entry: Of<'over'>, style: Style): string[] {
  const { colors } = style;
  const after = `after ${clockText(entry.seconds)}`;
  const status = entry.status === '' ? '' : ` (${entry.status})`;
  const [paint, text] = entry.isVerified
    ? [colors.green, `✔ Verified: the caller holds the number${status}. Call over ${after}.`]
    : [colors.red, `✘ Not verified${status}. ${howItEnded(entry)} ${after}.`];
  return ['', ...wrap(text, style.width - INDENT).map((part) => indented(colors.bold(paint(part)))), ''];
}

function howItEnded(entry: Of<'over'>): string {
  switch (entry.outcome) {
    case 'completed':
      return 'Call over';
    case 'hung-up':
      return 'You hung up';
    case 'stopped':
      return 'The call was ended through the API';
    case 'failed':
      return `Studio stopped the call: ${entry.message.replace(/\.$/, '')},`;
    default:
      return assertNever(entry.outcome);
  }
}

function notice(entry: Of<'notice'>, style: Style): string[] {
  const { colors } = style;
  const paint = { good: colors.green, bad: colors.red, plain: colors.dim }[entry.tone];
  return wrap(entry.text, style.width - 2).map((part) => `  ${paint(part)}`);
}

function indented(text: string): string {
  return ' '.repeat(INDENT) + text;
}

function keysText(keys: string): string {
  return keys === '' ? '(no digit)' : [...keys].join(' ');
}

function statusText(status: number | null): string {
  return status === null ? 'no answer in time' : String(status);
}

function channelText(channel: string): string {
  return { sms: 'Text message', whatsapp: 'WhatsApp message' }[channel] ?? 'Spoken code';
}
