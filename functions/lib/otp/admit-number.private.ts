import { isoOf, unavailable, waitUntil } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { changeDocument } from './change-document.private';
import { admit, parseNumberDocument, WINDOW_MILLISECONDS, withoutText } from './number-limits.private';
import type { Admission, Ask, NumberEntry } from './number-limits.private';
import type { OtpTools } from './otp-tools.private';
import { pauseAfter } from './pacing.private';
import { failuresOf, parseRecord } from './record.private';

/** Whether a text to a number may be sent. `known`: this request was admitted before. */
export type Admitted =
  | { readonly kind: 'granted'; readonly grant: number }
  | { readonly kind: 'known'; readonly entry: NumberEntry }
  | { readonly kind: 'refused'; readonly answer: OtpAnswer };

/** Longer than any entry counts. */
const TTL_SECONDS = (2 * WINDOW_MILLISECONDS) / 1000;

/**
 * Counts a text against its number before it is sent: one request when the number was not texted lately, else two more. Only when
 * the budget seems to be spent, the requests of the last day are looked at, and what they did not use is given back.
 */
export async function admitNumber(name: string, ask: Ask, tools: OtpTools): Promise<Admitted> {
  const first = await tryToAdmit(name, ask, tools, new Map());
  if (first.kind !== 'unsettled') return toAnswer(first, ask, tools.time.now());
  const settled = await settle(first.ids, tools);
  const second = await tryToAdmit(name, ask, tools, settled);
  return second.kind === 'unsettled'
    ? { kind: 'refused', answer: unavailable() }
    : toAnswer(second, ask, tools.time.now());
}

/** Takes back a text that was not sent after all, and leaves that of a repeat; when it fails, the text stays counted. */
export async function takeBack(name: string, by: string, { store, time }: OtpTools): Promise<void> {
  await changeDocument(store, time, {
    name,
    decide: (data) => ({ kind: 'write', data: withoutText(parseNumberDocument(data), by), value: undefined }),
  });
}

async function tryToAdmit(
  name: string,
  ask: Ask,
  { store, time, settings }: OtpTools,
  settled: ReadonlyMap<string, number | undefined>,
): Promise<Admission | { readonly kind: 'unavailable' }> {
  const { perNumber, failureBudget } = settings.limits;
  const limits = { perNumber, failureBudget, gap: pauseAfter(1, settings) };
  const changed = await changeDocument<Admission>(store, time, {
    name,
    ttlSeconds: TTL_SECONDS,
    // A resend, a second look and a take-over know that the document is there.
    ...(ask.wants > 0 && settled.size === 0 && ask.again === undefined ? { guess: 'new' } : {}),
    decide: (data) => {
      const document = data === undefined ? undefined : parseNumberDocument(data);
      const admission = admit(document, ask, limits, settled);
      const isNews = admission.kind === 'granted' || (admission.kind === 'locked' && settled.size > 0);
      if (!isNews) return { kind: 'leave', value: admission };
      return { kind: 'write', data: admission.document, value: admission };
    },
  });
  return changed.kind === 'done' ? changed.value : { kind: 'unavailable' };
}

/** True failures of requests; `undefined`, which counts whole, for one that is open or cannot be read. */
async function settle(
  ids: readonly string[],
  { store, time }: OtpTools,
): Promise<ReadonlyMap<string, number | undefined>> {
  const entries = await Promise.all(
    ids.map(async (id): Promise<[string, number | undefined]> => {
      const stored = await store.read(id);
      return [id, stored.kind === 'done' ? failuresOf(parseRecord(stored.data), time.now()) : undefined];
    }),
  );
  return new Map(entries);
}

function toAnswer(
  admission: Exclude<Admission, { readonly kind: 'unsettled' }> | { readonly kind: 'unavailable' },
  ask: Ask,
  now: number,
): Admitted {
  switch (admission.kind) {
    case 'granted':
      return { kind: 'granted', grant: admission.grant };
    case 'known': {
      const { entry } = admission;
      return entry.by === ask.by ? { kind: 'granted', grant: entry.grant } : admission;
    }
    case 'unavailable':
      return { kind: 'refused', answer: unavailable() };
    case 'too_soon':
    case 'too_many_sends':
    case 'locked': {
      const details = { nextSendAt: isoOf(admission.at) };
      return { kind: 'refused', answer: waitUntil(admission.kind, admission.at, now, details) };
    }
  }
}
