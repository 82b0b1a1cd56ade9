import { type Verification, verificationKey, type VerifyService } from '../../entities/verify-service';
import type { Milliseconds } from '../../time/clock';
import type { ApiContext } from '../context';

/**
 * How long a code is good for: 10 minutes from the first send (https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts).
 * Not public: whether sending it again gives it more time; here it does not.
 */
export const lifetime: Milliseconds = 10 * 60 * 1000;

/** Sends of one code (https://www.twilio.com/docs/api/errors/60203). */
export const maximumSends = 5;

/** Checks of one code (https://www.twilio.com/docs/api/errors/60202). */
export const maximumChecks = 5;

/** True once the ten minutes of a verification that never came to an end are over. */
function isExpired(verification: Verification, now: Milliseconds): boolean {
  const hasTimer = verification.status === 'pending' || verification.status === 'max_attempts_reached';
  return hasTimer && now >= verification.expiresAt;
}

/**
 * True while a verification can be fetched: Twilio drops it once it is approved or expired
 * (https://www.twilio.com/docs/verify/api/verification-check), but keeps a cancelled one, and one without guesses left.
 */
export function isKept(verification: Verification, now: Milliseconds): boolean {
  return verification.status !== 'approved' && !isExpired(verification, now);
}

/** True while codes count: it is pending, or has run out of guesses and still has to wait for its end. */
export function isLive(verification: Verification, now: Milliseconds): boolean {
  return verification.status !== 'canceled' && isKept(verification, now);
}

/** The newest verification of a number, whatever became of it. */
export function newestOf(context: ApiContext, service: VerifyService, to: string): Verification | undefined {
  return context.store.newestVerifications.get(verificationKey(service.sid, to));
}

/** A verification of the service by its SID only. */
export function findBySid(
  context: ApiContext,
  service: VerifyService,
  sid: string,
): Verification | undefined {
  const verification = context.store.verifications.get(sid);
  return verification?.serviceSid === service.sid ? verification : undefined;
}

/** A verification by its SID or by its number, as the paths of the API allow both. */
export function findVerification(
  context: ApiContext,
  service: VerifyService,
  name: string,
): Verification | undefined {
  return findBySid(context, service, name) ?? newestOf(context, service, name);
}
