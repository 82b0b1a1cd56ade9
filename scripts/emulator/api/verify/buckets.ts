import type { JsonObject } from '../../../../studio/model/json';
import type { Bucket, RateLimit, VerifyService } from '../../entities/verify-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { invalidParameter, refused } from './errors';
import { withBucket, withRateLimit } from './find';

const path = '/v2/Services/{ServiceSid}/RateLimits/{RateLimitSid}/Buckets';

/** The Bucket resource of a rate limit (https://www.twilio.com/docs/verify/api/service-rate-limit-buckets). */
export const bucketRoutes: readonly Route[] = [
  {
    method: 'POST',
    path,
    required: ['Max', 'Interval'],
    handle: withRateLimit('RateLimitSid', createBucket),
  },
  { method: 'GET', path, handle: withRateLimit('RateLimitSid', listBuckets) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withBucket((_request, context, bucket, limit, service) =>
      ok(format(bucket, limit, service, context)),
    ),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withBucket(updateBucket) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withBucket(deleteBucket) },
];

/** Not public: how many buckets a limit may have before 60210. */
const maximumBuckets = 5;

function createBucket(
  { form }: ApiRequest,
  context: ApiContext,
  limit: RateLimit,
  service: VerifyService,
): Answer {
  const max = form.integer('Max') ?? Number.NaN;
  const interval = form.integer('Interval') ?? Number.NaN;
  const problem = problemOf({ max, interval }, [...limit.buckets.values()]);
  if (problem !== null) return problem;
  if (limit.buckets.size >= maximumBuckets) return refused('tooManyBuckets');
  const now = context.clock.now();
  const sid = context.ids.sid('BL');
  const bucket: Bucket = { sid, max, interval, uses: new Map(), dateCreated: now, dateUpdated: now };
  limit.buckets.set(sid, bucket);
  return created(format(bucket, limit, service, context));
}

function listBuckets(
  request: ApiRequest,
  context: ApiContext,
  limit: RateLimit,
  service: VerifyService,
): Answer {
  const items = newestFirst(limit.buckets);
  return pageV2(request, {
    key: 'buckets',
    items,
    format: (bucket) => format(bucket, limit, service, context),
  });
}

function updateBucket(
  { form }: ApiRequest,
  context: ApiContext,
  bucket: Bucket,
  limit: RateLimit,
  service: VerifyService,
): Answer {
  const max = form.integer('Max') ?? bucket.max;
  const interval = form.integer('Interval') ?? bucket.interval;
  const others = [...limit.buckets.values()].filter((other) => other !== bucket);
  const problem = problemOf({ max, interval }, others);
  if (problem !== null) return problem;
  Object.assign(bucket, { max, interval, dateUpdated: context.clock.now() });
  return ok(format(bucket, limit, service, context));
}

function deleteBucket(_request: ApiRequest, _context: ApiContext, bucket: Bucket, limit: RateLimit): Answer {
  limit.buckets.delete(bucket.sid);
  return noContent();
}

function problemOf(bucket: { max: number; interval: number }, others: readonly Bucket[]): Answer | null {
  if (!(bucket.max >= 1)) return invalidParameter('Max');
  if (!(bucket.interval >= 1)) return invalidParameter('Interval');
  return others.some((other) => other.interval === bucket.interval) ? refused('intervalTaken') : null;
}

function format(bucket: Bucket, limit: RateLimit, service: VerifyService, { store }: ApiContext): JsonObject {
  return {
    sid: bucket.sid,
    rate_limit_sid: limit.sid,
    service_sid: service.sid,
    account_sid: store.account.sid,
    max: bucket.max,
    interval: bucket.interval,
    date_created: isoDate(bucket.dateCreated),
    date_updated: isoDate(bucket.dateUpdated),
    url: `https://verify.twilio.com/v2/Services/${service.sid}/RateLimits/${limit.sid}/Buckets/${bucket.sid}`,
  };
}
