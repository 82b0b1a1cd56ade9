/** What a person asks for on the page. */
export type PageCommand =
  | { readonly kind: 'dial'; readonly from: string; readonly to: string }
  | { readonly kind: 'press'; readonly keys: string }
  | { readonly kind: 'hang-up' }
  /** Puts the clock forward; `null`: to the next thing that happens. */
  | { readonly kind: 'skip'; readonly milliseconds: number | null }
  | { readonly kind: 'break'; readonly id: string; readonly isOn: boolean };

/** The longest skip: a day. */
const LONGEST_SKIP = 86_400_000;

/** Reads a command from outside; undefined when it is none. */
export function readCommand(value: unknown): PageCommand | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const read = (key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;
  switch (read('kind')) {
    case 'dial':
      return dialOf(read('from'), read('to'));
    case 'press':
      return pressOf(read('keys'));
    case 'hang-up':
      return { kind: 'hang-up' };
    case 'skip':
      return skipOf(read('milliseconds'));
    case 'break':
      return breakOf(read('id'), read('isOn'));
    default:
      return undefined;
  }
}

function dialOf(from: unknown, to: unknown): PageCommand | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  return { kind: 'dial', from: compact(from), to: compact(to) };
}

/** A number as people write it, without what only helps to read it. */
function compact(number: string): string {
  return number.replace(/[\s().-]/g, '').slice(0, 50);
}

function pressOf(keys: unknown): PageCommand | undefined {
  return typeof keys === 'string' && /^[0-9*#]{1,32}$/.test(keys) ? { kind: 'press', keys } : undefined;
}

function skipOf(milliseconds: unknown): PageCommand | undefined {
  if (milliseconds === null) return { kind: 'skip', milliseconds };
  const isTime = typeof milliseconds === 'number' && milliseconds > 0 && milliseconds <= LONGEST_SKIP;
  return isTime ? { kind: 'skip', milliseconds } : undefined;
}

function breakOf(id: unknown, isOn: unknown): PageCommand | undefined {
  return typeof id === 'string' && typeof isOn === 'boolean' ? { kind: 'break', id, isOn } : undefined;
}
