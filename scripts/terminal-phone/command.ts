/** What a person may ask of the phone. */
export type PhoneCommand =
  | { readonly kind: 'press'; readonly key: string }
  | { readonly kind: 'call' }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'unknown' };

/** Ctrl-C and Ctrl-D, as a terminal in raw mode sends them. */
const QUIT_KEYS = ['q', 'Q', '\u0003', '\u0004'];

/** The command of one typed character. */
export function commandOfKey(key: string): PhoneCommand {
  if (/^[0-9*#]$/.test(key)) return { kind: 'press', key };
  if (QUIT_KEYS.includes(key)) return { kind: 'quit' };
  if (/^[cC\r\n]$/.test(key)) return { kind: 'call' };
  if (/^[hH]$/.test(key)) return { kind: 'hang-up' };
  if (key === '?') return { kind: 'help' };
  return { kind: 'unknown' };
}

/** The commands of a typed line, where there is no terminal: an empty one calls, every other is read key by key. */
export function commandsOfLine(line: string): PhoneCommand[] {
  const keys = Array.from(line.trim()).filter((key) => key !== ' ');
  return keys.length === 0 ? [{ kind: 'call' }] : keys.map(commandOfKey);
}

/** The commands of what a terminal in raw mode sent at once. Arrow keys and the like (escape sequences) mean nothing. */
export function commandsOfChunk(chunk: string): PhoneCommand[] {
  return chunk.startsWith('\u001b') ? [] : Array.from(chunk).map(commandOfKey);
}
