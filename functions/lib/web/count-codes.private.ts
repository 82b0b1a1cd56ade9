import { changeDocument } from '../otp/change-document.private';
import type { Step } from '../otp/change-document.private';
import type { OtpTools } from '../otp/otp-tools.private';
import type { SessionVisit } from './visit.private';

/** Whether one more code may be asked for, as far as addresses and prefixes go. `seconds`: when it may be tried again. */
export type Counted =
  { readonly kind: 'counted' | 'unavailable' } | { readonly kind: 'full'; readonly seconds: number };

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Numbers that were rented together to be texted for money differ in their last digits. */
const LAST_DIGITS = 3;

/** Counts a code against the number's prefix and, where one is known, the browser's address; both at once. Two to four requests to Sync. */
export async function countCode(visit: SessionVisit, e164: string): Promise<Counted> {
  const { web, secrets, tools, ip } = visit;
  const prefix = e164.slice(0, -LAST_DIGITS);
  const counts = await Promise.all([
    count(secrets.nameOfCount('prefix', prefix), web.limits.perPrefix, DAY_SECONDS, tools),
    ip === undefined
      ? ({ kind: 'counted' } as const)
      : count(secrets.nameOfCount('ip', ip), web.limits.perIp, HOUR_SECONDS, tools),
  ]);
  return counts.find(({ kind }) => kind !== 'counted') ?? { kind: 'counted' };
}

/** Counts within windows that begin at whole hours or days (UTC); a document of an earlier window counts for nothing. */
async function count(
  name: string,
  limit: number,
  windowSeconds: number,
  { store, time }: OtpTools,
): Promise<Counted> {
  const now = time.now();
  const window = Math.floor(now / 1000 / windowSeconds);
  const changed = await changeDocument<'counted' | 'full'>(store, time, {
    name,
    ttlSeconds: 2 * windowSeconds,
    decide: (data): Step<'counted' | 'full'> => {
      const used = usedIn(window, data);
      if (used >= limit) return { kind: 'leave', value: 'full' };
      return { kind: 'write', data: { v: 1, window, used: used + 1 }, value: 'counted' };
    },
  });
  if (changed.kind !== 'done') return { kind: 'unavailable' };
  if (changed.value === 'counted') return { kind: 'counted' };
  return { kind: 'full', seconds: Math.ceil((window + 1) * windowSeconds - now / 1000) };
}

function usedIn(window: number, data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  const { window: of, used } = { window: 0, used: 0, ...data };
  return of === window && typeof used === 'number' ? used : 0;
}
