/** One text to a number. */
export interface NumberEntry {
  /** The request that it belongs to. */
  readonly id: string;
  /** Random; says who wrote it, when an answer of the store was lost and when the text is taken back. */
  readonly by: string;
  readonly at: number;
  /** Guesses that it was granted; 0 for the second and later texts of a request. */
  readonly grant: number;
  /** When the last of these guesses can be made. */
  readonly until: number;
  /** How many of them were wrong, once that is known. */
  readonly failures?: number;
}

/** The document of a number: what happened to it lately, oldest first. */
export interface NumberDocument {
  readonly v: 1;
  readonly sends: readonly NumberEntry[];
}

/** A text that somebody wants to send. */
export interface Ask {
  readonly id: string;
  /** Random, another one each time that a text is wanted. */
  readonly by: string;
  readonly now: number;
  readonly until: number;
  /** Guesses wanted; 0 for a resend. */
  readonly wants: number;
  /** True: what this request was granted before was never used, and is asked for anew. */
  readonly again?: true;
}

/** What a number is measured by. */
export interface NumberLimits {
  readonly perNumber: number;
  readonly failureBudget: number;
  /** Least time between two texts, in milliseconds. */
  readonly gap: number;
}

/**
 * - `granted`: the text may be sent, and the document has to be written before it is.
 * - `known`: this request was here before, or this very ask.
 * - `locked`: the document has what was found out, so that nobody need find it out again.
 * - `unsettled`: the budget is spent on guesses that may never have been made: these requests have to be looked at.
 */
export type Admission =
  | { readonly kind: 'granted'; readonly grant: number; readonly document: NumberDocument }
  | { readonly kind: 'known'; readonly entry: NumberEntry }
  | { readonly kind: 'too_soon'; readonly at: number }
  | { readonly kind: 'too_many_sends'; readonly at: number }
  | { readonly kind: 'locked'; readonly at: number; readonly document: NumberDocument }
  | { readonly kind: 'unsettled'; readonly ids: readonly string[] };

/** Limits of a number roll on over this long. */
export const WINDOW_MILLISECONDS = 24 * 3600 * 1000;

/**
 * Decides about a text to a number. A request is granted guesses out of what the number's budget has left, and they count as
 * failures at once: whatever becomes of the request, no more wrong guesses than the budget happen in any 24 hours. `settled` has
 * the true failures of requests that were looked at.
 */
export function admit(
  document: NumberDocument | undefined,
  ask: Ask,
  limits: NumberLimits,
  settled: ReadonlyMap<string, number | undefined>,
): Admission {
  const { now } = ask;
  const entries = current(document, now)
    .filter(({ id }) => ask.again === undefined || id !== ask.id)
    .map((entry) => settle(entry, settled));
  const known = entries.find((entry) => entry.by === ask.by || (entry.id === ask.id && ask.wants > 0));
  if (known !== undefined) return { kind: 'known', entry: known };
  const texts = entries.filter(({ at }) => now - at < WINDOW_MILLISECONDS);
  const [oldest, newest] = [texts.at(-limits.perNumber), texts.at(-1)];
  if (oldest !== undefined) return { kind: 'too_many_sends', at: oldest.at + WINDOW_MILLISECONDS };
  if (newest !== undefined && now < newest.at + limits.gap)
    return { kind: 'too_soon', at: newest.at + limits.gap };
  const left = limits.failureBudget - entries.reduce((sum, entry) => sum + spent(entry, now), 0);
  if (left < ask.wants) {
    const ids = unsettled(entries, now).filter((id) => !settled.has(id));
    if (ids.length > 0) return { kind: 'unsettled', ids };
  }
  if (ask.wants > 0 && left <= 0) {
    return { kind: 'locked', at: unlocksAt(entries, now), document: { v: 1, sends: entries } };
  }
  const grant = Math.min(ask.wants, left);
  const entry: NumberEntry = { id: ask.id, by: ask.by, at: now, grant, until: ask.until };
  return { kind: 'granted', grant, document: { v: 1, sends: [...entries, entry] } };
}

/** The document without a text that was not sent after all. */
export function withoutText(document: NumberDocument, by: string): NumberDocument {
  return { ...document, sends: document.sends.filter((entry) => entry.by !== by) };
}

/** Reads a document of the store; what is none is as good as missing data, and refused loudly. */
export function parseNumberDocument(data: unknown): NumberDocument {
  if (isNumberDocument(data)) return data;
  throw new TypeError('A document of the store is not a number document of this version');
}

function isNumberDocument(data: unknown): data is NumberDocument {
  if (typeof data !== 'object' || data === null) return false;
  const { v, sends } = { v: 0, sends: 0, ...data };
  return v === 1 && Array.isArray(sends);
}

/** Entries that still count for something. */
function current(document: NumberDocument | undefined, now: number): readonly NumberEntry[] {
  return (document?.sends ?? []).filter(({ at, until }) => now - Math.max(at, until) < WINDOW_MILLISECONDS);
}

function settle(entry: NumberEntry, settled: ReadonlyMap<string, number | undefined>): NumberEntry {
  const failures = settled.get(entry.id);
  return failures === undefined || entry.grant === 0
    ? entry
    : { ...entry, failures: Math.min(failures, entry.grant) };
}

/**
 * Guesses count until a day after the last of them can be made, and not only after they were granted: otherwise those granted
 * just before a day's start, and made just after, would be free.
 */
function spent({ until, grant, failures }: NumberEntry, now: number): number {
  return now - until < WINDOW_MILLISECONDS ? (failures ?? grant) : 0;
}

function unsettled(entries: readonly NumberEntry[], now: number): readonly string[] {
  return entries.filter((entry) => entry.failures === undefined && spent(entry, now) > 0).map(({ id }) => id);
}

function unlocksAt(entries: readonly NumberEntry[], now: number): number {
  const ends = entries
    .filter((entry) => spent(entry, now) > 0)
    .map(({ until }) => until + WINDOW_MILLISECONDS);
  return Math.min(...ends);
}
