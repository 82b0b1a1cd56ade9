import { within } from '../time.private';
import { unavailable, waitUntil } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeDocument } from './change-document.private';
import { countText, nameOfDay, nextDay, parseDayDocument, sharesOf } from './day-limits.private';
import type { DayVerdict } from './day-limits.private';
import type { OtpTools } from './otp-tools.private';

/** Longer than the day that it counts. */
const TTL_SECONDS = 3 * 24 * 3600;

/**
 * Counts a text against the limits of the day before it is sent: one request where this process counted the last one, else two.
 * Answers when the text may not be sent.
 */
export async function countDay(text: CountedText, tools: OtpTools): Promise<OtpAnswer | undefined> {
  const { time, settings } = tools;
  const name = nameOfDay(time.now(), Math.floor(time.random() * sharesOf(settings.limits)));
  return inLine(name, tools, () => countIn(name, text, tools));
}

/** Who wants a text, and where it goes. */
interface CountedText {
  readonly client: string;
  readonly country: string;
}

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
  text: CountedText,
  { store, time, settings, remembered }: OtpTools,
): Promise<OtpAnswer | undefined> {
  const now = time.now();
  const guess = remembered.get(name);
  const changed = await changeDocument<DayVerdict>(store, time, {
    name,
    ttlSeconds: TTL_SECONDS,
    ...(guess === undefined ? {} : { guess }),
    decide: (data) => {
      const verdict = countText(
        data === undefined ? undefined : parseDayDocument(data),
        text,
        settings.limits,
      );
      if (verdict.kind === 'refused') return { kind: 'leave', value: verdict };
      return { kind: 'write', data: verdict.document, value: verdict };
    },
  });
  if (changed.kind !== 'done') return unavailable();
  if (changed.document !== undefined) remember(remembered, name, changed.document);
  if (changed.value.kind === 'counted') return undefined;
  return waitUntil('limit_reached', nextDay(now), now, { limit: changed.value.limit });
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
