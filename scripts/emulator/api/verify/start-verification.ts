import { type Verification, verificationKey, type VerifyService } from '../../entities/verify-service';
import type { Answer } from '../answers';
import type { ApiContext } from '../context';
import type { Parameters } from '../parameters';
import type { ApiRequest } from '../product';
import { deliverCode } from './deliver-code';
import { invalidParameter, refused, type VerifyError } from './errors';
import { isLive, lifetime, maximumSends, newestOf } from './lifecycle';
import { findUsedBuckets, isExhausted, recordUse, type UsedBucket } from './limits';
import {
  areTags,
  isCode,
  isEmulatedChannel,
  isLocale,
  isOtherChannel,
  isReachable,
  isServiceName,
} from './validation';

/** A start that cannot be. */
interface Refusal {
  readonly kind: 'refused';
  readonly answer: Answer;
}

/** A code is on its way, or it is not and why. */
export type StartOutcome = Refusal | { readonly kind: 'sent'; readonly verification: Verification };

/** A start whose parameters are all good. */
interface WantedStart {
  readonly kind: 'wanted';
  readonly channel: Verification['channel'];
  readonly buckets: readonly UsedBucket[];
}

/** Starts a verification, or sends the code of the one that is under way again. */
export function startVerification(
  request: ApiRequest,
  context: ApiContext,
  service: VerifyService,
): StartOutcome {
  const { form } = request;
  const wanted = readStart(form, service);
  if (wanted.kind === 'refused') return wanted;
  if (isUnderWay(request, context, service)) return refuse('concurrentStarts');
  const current = currentOf(form, context, service);
  const obstacle = obstacleTo(wanted, current, form, context, service);
  if (obstacle !== null) return refuse(obstacle);
  for (const used of wanted.buckets) recordUse(used, context.clock.now());
  const verification = current ?? createVerification(form, wanted.channel, context, service);
  send(verification, wanted.channel, context, service);
  return { kind: 'sent', verification };
}

function refuse(reason: VerifyError): Refusal {
  return { kind: 'refused', answer: refused(reason) };
}

function readStart(form: Parameters, service: VerifyService): WantedStart | Refusal {
  const channel = form.text('Channel');
  if (isOtherChannel(channel)) return refuse('channelDisabled');
  if (!isEmulatedChannel(channel)) return { kind: 'refused', answer: invalidParameter('Channel') };
  const rateLimits = form.json('RateLimits');
  const buckets = rateLimits === undefined ? [] : findUsedBuckets(rateLimits, service);
  if (buckets === null) return { kind: 'refused', answer: invalidParameter('RateLimits') };
  const invalid = firstInvalid(form, service);
  if (invalid !== null) return { kind: 'refused', answer: invalidParameter(invalid) };
  return { kind: 'wanted', channel, buckets };
}

function firstInvalid(form: Parameters, service: VerifyService): string | null {
  if (!isReachable(form.text('To'))) return 'To';
  const locale = form.optional('Locale');
  if (locale !== undefined && !isLocale(locale)) return 'Locale';
  const name = form.optional('CustomFriendlyName');
  if (name !== undefined && !isServiceName(name)) return 'CustomFriendlyName';
  const tags = form.json('Tags');
  if (tags !== undefined && !areTags(tags)) return 'Tags';
  const code = form.optional('CustomCode');
  return service.customCodeEnabled && code !== undefined && !isCode(code) ? 'CustomCode' : null;
}

/** The verification that a start would continue. */
function currentOf(form: Parameters, context: ApiContext, service: VerifyService): Verification | undefined {
  const newest = newestOf(context, service, form.text('To'));
  return newest !== undefined && isLive(newest, context.clock.now()) ? newest : undefined;
}

/**
 * Not public: what a start answers after five wrong codes. The page of 60202 says to wait until the old verification
 * has expired (https://www.twilio.com/docs/api/errors/60202), so a start is refused with that code until then.
 */
function obstacleTo(
  { channel, buckets }: WantedStart,
  current: Verification | undefined,
  form: Parameters,
  context: ApiContext,
  service: VerifyService,
): VerifyError | null {
  if (channel === 'sms' && isSkippedLandline(form, context, service)) return 'landline';
  if (buckets.some((used) => isExhausted(used, context.clock.now()))) return 'rateLimited';
  if (current === undefined) return null;
  if (current.status === 'max_attempts_reached') return 'maxChecks';
  return current.sendCodeAttempts.length >= maximumSends ? 'maxSends' : null;
}

/** Of two starts for one number at the same time the second is refused (https://www.twilio.com/docs/api/errors/60212). */
function isUnderWay(request: ApiRequest, { store }: ApiContext, service: VerifyService): boolean {
  const key = verificationKey(service.sid, request.form.text('To'));
  if (store.startsUnderWay.has(key)) return true;
  store.startsUnderWay.add(key);
  request.whenAnswered(() => store.startsUnderWay.delete(key));
  return false;
}

/** Both settings are needed (https://www.twilio.com/docs/verify/api/service). */
function isSkippedLandline(form: Parameters, { store }: ApiContext, service: VerifyService): boolean {
  return (
    service.lookupEnabled && service.skipSmsToLandlines && store.lineTypes.get(form.text('To')) === 'landline'
  );
}

function createVerification(
  form: Parameters,
  channel: Verification['channel'],
  { store, clock, ids }: ApiContext,
  service: VerifyService,
): Verification {
  const now = clock.now();
  const customCode = service.customCodeEnabled ? form.optional('CustomCode') : undefined;
  const verification: Verification = {
    sid: ids.sid('VE'),
    serviceSid: service.sid,
    to: form.text('To'),
    channel,
    status: 'pending',
    code: customCode ?? ids.digits(service.codeLength),
    customFriendlyName: form.optional('CustomFriendlyName') ?? null,
    locale: form.optional('Locale') ?? null,
    tags: form.optional('Tags') ?? null,
    sendCodeAttempts: [],
    checks: 0,
    dateCreated: now,
    dateUpdated: now,
    expiresAt: now + lifetime,
  };
  store.verifications.set(verification.sid, verification);
  store.newestVerifications.set(verificationKey(service.sid, verification.to), verification);
  return verification;
}

/** The channel may change from one send to the next; the code stays. */
function send(
  verification: Verification,
  channel: Verification['channel'],
  context: ApiContext,
  service: VerifyService,
): void {
  const time = context.clock.now();
  verification.channel = channel;
  verification.dateUpdated = time;
  verification.sendCodeAttempts.push({ time, channel, attemptSid: context.ids.sid('VL') });
  deliverCode(verification, service, context.inbox);
}
