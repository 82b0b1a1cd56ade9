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
export async function countDay(
  text: { readonly client: string; readonly country: string },
  { store, time, settings, remembered }: OtpTools,
): Promise<OtpAnswer | undefined> {
  const now = time.now();
  const name = nameOfDay(now, Math.floor(time.random() * sharesOf(settings.limits)));
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
