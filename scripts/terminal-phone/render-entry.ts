import { assertNever } from '../../studio/model/assert-never';
import type { Entry } from './entry';
import { INDENT, indented, renderSaid } from './render-said';
import type { Colors, Style } from './style';
import { clockText, wrap, wrapWords } from './wrap';

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** The lines of one entry, coloured, never wider than the style's width. */
export function renderEntry(entry: Entry, style: Style): string[] {
  switch (entry.kind) {
    case 'dialled':
      return renderSaid({ ...entry, who: 'You', text: `calls ${entry.to} from ${entry.from}` }, style);
    case 'speech':
      return renderSaid({ ...entry, who: 'IVR', text: entry.isCut ? `${entry.text} …` : entry.text }, style);
    case 'keys':
      return renderSaid({ ...entry, who: 'You', text: keysText(entry.keys), emphasis: 'bold' }, style);
    case 'silence':
      return renderSaid({ ...entry, who: 'You', text: '(silent)', emphasis: 'dim' }, style);
    case 'message':
      return bubble(entry, style);
    case 'widgets':
      return aside(wrapWords(pathWords(entry.names), style.width - INDENT), style);
    case 'request':
      return aside([`${entry.method} ${entry.path} → ${statusText(entry.status)}`], style);
    case 'warning':
      return renderSaid({ ...entry, who: '!' }, style);
    case 'log':
      return aside(wrap(`log: ${logText(entry.text)}`, style.width - INDENT), style);
    case 'over':
      return over(entry, style);
    case 'notice':
      return notice(entry, style);
    default:
      return assertNever(entry);
  }
}

function aside(lines: readonly string[], style: Style): string[] {
  return lines.map((part) => indented(style.colors.dim(part)));
}

/** `run_verify/start_verify ›`, `start_status`: the subflow's name only where it changes. */
function pathWords(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const parent = name.slice(0, name.indexOf('/') + 1);
    const isSame = parent !== '' && names[index - 1]?.startsWith(parent) === true;
    const short = isSame ? name.slice(parent.length) : name;
    return index < names.length - 1 ? `${short} ›` : short;
  });
}

/** Functions log JSON objects; people read `status=sent milliseconds=28` with less effort. */
function logText(text: string): string {
  if (!/^\{.*\}$/.test(text)) return text;
  try {
    const fields: unknown = JSON.parse(text);
    return Object.entries(Object(fields) as object)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' ');
  } catch {
    return text;
  }
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
    ? [colors.green, `✔ Verified ${after}: the caller holds the number.`]
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

function keysText(keys: string): string {
  return keys === '' ? '(no digit)' : Array.from(keys).join(' ');
}

function statusText(status: number | null): string {
  return status === null ? 'no answer in time' : String(status);
}

function channelText(channel: string): string {
  return { sms: 'Text message', whatsapp: 'WhatsApp message' }[channel] ?? 'Spoken code';
}
