import type { Bucket, RateLimit, VerifyService } from '../../entities/verify-service';
import { type Answer, notFound } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest } from '../product';

/** Answers an operation on a resource that exists, or that lies below one that exists. */
type With<T extends readonly unknown[]> = (request: ApiRequest, context: ApiContext, ...found: T) => Answer;

/** Finds the service of the path by the segment's name, or answers 404. */
export function withService(segment: string, handle: With<[VerifyService]>): With<[]> {
  return (request: ApiRequest, context: ApiContext): Answer => {
    const service = context.store.verifyServices.get(request.param(segment));
    return service === undefined ? notFound(request) : handle(request, context, service);
  };
}

/** Finds a service's rate limit by the segment's name, or answers 404. */
export function withRateLimit(segment: string, handle: With<[RateLimit, VerifyService]>): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const limit = service.rateLimits.get(request.param(segment));
    return limit === undefined ? notFound(request) : handle(request, context, limit, service);
  });
}

/** Finds a rate limit's bucket, or answers 404. */
export function withBucket(handle: With<[Bucket, RateLimit, VerifyService]>): With<[]> {
  return withRateLimit('RateLimitSid', (request, context, limit, service) => {
    const bucket = limit.buckets.get(request.param('Sid'));
    return bucket === undefined ? notFound(request) : handle(request, context, bucket, limit, service);
  });
}
