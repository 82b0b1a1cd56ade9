import { within } from '../time.private';
import { unavailable, waitUntil } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeDocument } from './change-document.private';
import { countText, nameOfDay, nextDay, parseDayDocument, sharesFor } from './day-limits.private';
import type { CountedText, DayVerdict } from './day-limits.private';
import type { OtpTools } from './otp-tools.private';

/** Longer than the day that it counts. */
const TTL_SECONDS = 3 * 24 * 3600;

/** How many shares of a day are asked about one text; those that this process knows to be full are not asked. */
const MOST_SHARES = 4;

/**
 * Counts a text against the limits of the day before it is sent: one request where this process counted the last one, else two.
 * Begins with a random share of the day, and tries others when that is full; near a limit of many shares, a text may be refused
 * although one of them has room. Answers when the text may not be sent.
 */
export async function countDay(text: CountedText, tools: OtpTools): Promise<OtpAnswer | undefined> {
  const { time, settings } = tools;
  const now = time.now();
  const shares = sharesFor(text, settings.limits);
  const first = Math.floor(time.random() * shares);
  let asked = 0;
  let limit: FullLimit = 'country';
  for (let index = 0; index < shares && asked < MOST_SHARES; index += 1) {
    const share = (first + index) % shares;
    const name = nameOfDay(now, share);
    const known = fullLimit(name, share, text, tools);
    if (known === undefined) asked += 1;
    const counted = known ?? (await inLine(name, tools, () => countIn(name, share, text, tools)));
    if (counted === 'unavailable') return unavailable();
    if (counted === 'counted') return undefined;
    limit = counted;
  }
  return waitUntil('limit_reached', nextDay(now), now, { limit });
}

/** The limit that a share is known to have reached: counts only grow. */
function fullLimit(
  name: string,
  share: number,
  text: CountedText,
  { remembered, settings }: OtpTools,
): FullLimit | undefined {
  const document = remembered.get(name);
  if (document === undefined) return undefined;
  const verdict = countText(parseDayDocument(document.data), text, settings.limits, share);
  return verdict.kind === 'refused' ? verdict.limit : undefined;
}

type FullLimit = Extract<DayVerdict, { readonly kind: 'refused' }>['limit'];

/** Longer than a request to Sync takes; who is held up for longer does not wait for it. */
const MOST_WAIT_MILLISECONDS = 2_000;

/** One after the other in this process: at once, they would take the document from each other. */
async function inLine<T>(name: string, { lines, time }: OtpTools, work: () => Promise<T>): Promise<T> {
  const before = lines.get(name) ?? Promise.resolve();
  const mine = within(time, MOST_WAIT_MILLISECONDS, before, undefined).then(work);
  const ended = mine.then(
    () => undefined,
    () => undefined,
  );
  lines.set(name, ended);
  try {
    return await mine;
  } finally {
    if (lines.get(name) === ended) lines.delete(name);
  }
}

async function countIn(
  name: string,
  share: number,
  text: CountedText,
  { store, time, settings, remembered }: OtpTools,
): Promise<FullLimit | 'counted' | 'unavailable'> {
  const guess = remembered.get(name);
  const changed = await changeDocument<DayVerdict>(store, time, {
    name,
    ttlSeconds: TTL_SECONDS,
    ...(guess === undefined ? {} : { guess }),
    decide: (data) => {
      const document = data === undefined ? undefined : parseDayDocument(data);
      const verdict = countText(document, text, settings.limits, share);
      if (verdict.kind === 'refused') return { kind: 'leave', value: verdict };
      return { kind: 'write', data: verdict.document, value: verdict };
    },
  });
  if (changed.kind !== 'done') return 'unavailable';
  if (changed.document !== undefined) remember(remembered, name, changed.document);
  return changed.value.kind === 'counted' ? 'counted' : changed.value.limit;
}

/** Days that are over are forgotten with the first text of the next. */
function remember(
  remembered: OtpTools['remembered'],
  name: string,
  document: { data: unknown; revision: string },
): void {
  const day = name.slice(0, name.lastIndexOf('-'));
  for (const other of remembered.keys()) if (!other.startsWith(day)) remembered.delete(other);
  remembered.set(name, document);
}
