import type { JsonObject } from '../../../../studio/model/json';
import type { RateLimit, VerifyService } from '../../entities/verify-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { refused } from './errors';
import { withRateLimit, withService } from './find';

const path = '/v2/Services/{ServiceSid}/RateLimits';

/** The Rate Limit resource of a service (https://www.twilio.com/docs/verify/api/service-rate-limits). */
export const rateLimitRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['UniqueName'], handle: withService('ServiceSid', createRateLimit) },
  { method: 'GET', path, handle: withService('ServiceSid', listRateLimits) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withRateLimit('Sid', (_request, context, limit, service) => ok(format(limit, service, context))),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withRateLimit('Sid', updateRateLimit) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withRateLimit('Sid', deleteRateLimit) },
];

/** Not public: how many limits a service may have before 60207, and which names 60209 refuses. */
const maximumRateLimits = 10;
const uniqueNamePattern = /^[A-Za-z0-9_.-]{1,64}$/;

function createRateLimit({ form }: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  const uniqueName = form.text('UniqueName');
  if (!uniqueNamePattern.test(uniqueName)) return refused('limitName');
  if ([...service.rateLimits.values()].some((limit) => limit.uniqueName === uniqueName))
    return refused('limitNameTaken');
  if (service.rateLimits.size >= maximumRateLimits) return refused('tooManyLimits');
  const now = context.clock.now();
  const description = form.text('Description');
  const sid = context.ids.sid('RK');
  const limit: RateLimit = {
    sid,
    uniqueName,
    description,
    buckets: new Map(),
    dateCreated: now,
    dateUpdated: now,
  };
  service.rateLimits.set(sid, limit);
  return created(format(limit, service, context));
}

function listRateLimits(request: ApiRequest, context: ApiContext, service: VerifyService): Answer {
  const items = newestFirst(service.rateLimits);
  return pageV2(request, { key: 'rate_limits', items, format: (limit) => format(limit, service, context) });
}

function updateRateLimit(
  { form }: ApiRequest,
  context: ApiContext,
  limit: RateLimit,
  service: VerifyService,
): Answer {
  limit.description = form.optional('Description') ?? limit.description;
  limit.dateUpdated = context.clock.now();
  return ok(format(limit, service, context));
}

function deleteRateLimit(
  _request: ApiRequest,
  _context: ApiContext,
  limit: RateLimit,
  service: VerifyService,
): Answer {
  service.rateLimits.delete(limit.sid);
  return noContent();
}

function format(limit: RateLimit, service: VerifyService, { store }: ApiContext): JsonObject {
  const url = `https://verify.twilio.com/v2/Services/${service.sid}/RateLimits/${limit.sid}`;
  return {
    sid: limit.sid,
    service_sid: service.sid,
    account_sid: store.account.sid,
    unique_name: limit.uniqueName,
    description: limit.description,
    date_created: isoDate(limit.dateCreated),
    date_updated: isoDate(limit.dateUpdated),
    url,
    links: { buckets: `${url}/Buckets` },
  };
}
