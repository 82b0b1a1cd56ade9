import { isJsonObject } from '../../../../studio/model/json';
import type { Bucket, VerifyService } from '../../entities/verify-service';
import type { Milliseconds } from '../../time/clock';

/** A bucket that a start counts in, and the value it counts for. */
export interface UsedBucket {
  readonly bucket: Bucket;
  readonly value: string;
}

/**
 * The buckets that `RateLimits` of a start names: a JSON object from unique names to values
 * (https://www.twilio.com/docs/verify/api/programmable-rate-limits). Null when it is none, or names a limit that the
 * service does not have. Not public: what Twilio does with an unknown name; we refuse it, so that a typing error shows.
 */
export function findUsedBuckets(rateLimits: unknown, service: VerifyService): readonly UsedBucket[] | null {
  if (!isJsonObject(rateLimits)) return null;
  const limits = [...service.rateLimits.values()];
  const used: UsedBucket[] = [];
  for (const [name, value] of Object.entries(rateLimits)) {
    const limit = limits.find((candidate) => candidate.uniqueName === name);
    if (limit === undefined) return null;
    for (const bucket of limit.buckets.values())
      used.push({ bucket, value: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  return used;
}

/**
 * True when a value has used its bucket up. Not public: whether Twilio's intervals slide or are fixed; ours slide, and
 * a refused start does not count.
 */
export function isExhausted({ bucket, value }: UsedBucket, now: Milliseconds): boolean {
  return recentUses({ bucket, value }, now).length >= bucket.max;
}

/** Counts one start. */
export function recordUse(used: UsedBucket, now: Milliseconds): void {
  used.bucket.uses.set(used.value, [...recentUses(used, now), now]);
}

function recentUses({ bucket, value }: UsedBucket, now: Milliseconds): readonly Milliseconds[] {
  const since = now - bucket.interval * 1000;
  return (bucket.uses.get(value) ?? []).filter((time) => time > since);
}
