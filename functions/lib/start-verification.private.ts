import type { Outcome, StartStatus } from './answer.private';
import { startDeadline } from './deadline.private';
import type { Deadline } from './deadline.private';
import { meaningOf } from './error-table.private';
import { readPhoneNumber } from './phone-number.private';
import type { StartRequest } from './requests.private';
import type { Settings } from './settings.private';
import type { Tools } from './tools.private';
import type { Reply, VerificationToStart } from './twilio-port.private';

type Started = Reply<{ readonly status: string; readonly attempts: number }>;

/** A text message is not worth waiting longer for than this. */
const LOOKUP_MILLISECONDS = 2_000;

/**
 * Has Verify send a code. Never sends twice: a start whose answer is lost is `maybe_sent`, and the next start of the same number
 * sends the same code again (https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts).
 */
export async function startVerification(request: StartRequest, tools: Tools): Promise<Outcome<StartStatus>> {
  const number = readPhoneNumber(request.to);
  if (number.kind === 'invalid') return outcome('invalid_number');
  return startForNumber({ ...request, to: number.e164 }, tools, startDeadline(tools.time));
}

/** The same for a number in E.164, as part of a larger piece of work with its own deadline. */
export async function startForNumber(
  request: StartRequest,
  tools: Tools,
  deadline: Deadline,
): Promise<Outcome<StartStatus>> {
  if (await isLandline(request, tools, deadline)) return outcome('unreachable');

  const verification = describe(request, tools.settings);
  const reply = await start(verification, tools, deadline);
  if (!blamesLocale(reply) || request.locale === undefined) return outcomeOf(reply);
  const { locale: _refused, ...withoutLocale } = verification;
  return outcomeOf(await start(withoutLocale, tools, deadline));
}

/** Lookup only ever saves a message; whatever goes wrong with it, the code is sent. */
async function isLandline(request: StartRequest, tools: Tools, deadline: Deadline): Promise<boolean> {
  if (!tools.settings.checksLineType || request.channel !== 'sms') return false;
  const reply = await deadline.attempt(() => tools.twilio.lineType(request.to), LOOKUP_MILLISECONDS);
  return reply.kind === 'done' && reply.value === 'landline';
}

function describe(request: StartRequest, settings: Settings): VerificationToStart {
  return {
    to: request.to,
    channel: request.channel,
    ...(request.locale === undefined ? {} : { locale: request.locale }),
    ...(settings.rateLimit === undefined ? {} : { rateLimits: { [settings.rateLimit]: request.to } }),
    ...(request.callSid === undefined ? {} : { tags: { call_sid: request.callSid } }),
  };
}

async function start(verification: VerificationToStart, tools: Tools, deadline: Deadline): Promise<Started> {
  const call = (): Promise<Started> => tools.twilio.startVerification(verification);
  // With a Service Rate Limit, 20429 says that this number has had enough, and repeating would only be counted again.
  return verification.rateLimits === undefined ? deadline.attemptWithRetries(call) : deadline.attempt(call);
}

function blamesLocale(reply: Started): boolean {
  return reply.kind === 'refused' && meaningOf(reply.code, reply.parameter).blamesLocale === true;
}

function outcomeOf(reply: Started): Outcome<StartStatus> {
  switch (reply.kind) {
    case 'done':
      return { ...outcome(statusOf(reply.value.status)), attempts: reply.value.attempts };
    case 'refused': {
      const meaning = meaningOf(reply.code, reply.parameter);
      return {
        ...outcome(meaning.onStart),
        retryAfterSeconds: meaning.retryAfterSeconds ?? 0,
        twilioCode: reply.code,
      };
    }
    case 'not-sent':
      return { ...outcome('error'), noAnswer: reply.kind };
    case 'unknown':
      return { ...outcome('maybe_sent'), noAnswer: reply.kind };
  }
}

/** Not public: what Twilio answers to a start while the verification is out of attempts; its own word is taken for it. */
function statusOf(twilioStatus: string): StartStatus {
  if (twilioStatus === 'pending') return 'sent';
  return twilioStatus === 'max_attempts_reached' ? 'rate_limited' : 'error';
}

function outcome(status: StartStatus): Outcome<StartStatus> {
  return { status, attempts: 0, retryAfterSeconds: 0 };
}
