import type { CheckStatus, Outcome, StartStatus } from './answer.private';
import { maskPhoneNumber, readPhoneNumber } from './phone-number.private';

/** One line about one invocation. Never a code, a token, a whole number or a text of Twilio's, which may quote them. */
export interface LogEntry {
  /** `start-verify`, … */
  readonly endpoint: string;
  readonly status: string;
  readonly httpStatus: number;
  readonly milliseconds: number;
  /** Masked: `+1******0100`. */
  readonly to?: string;
  readonly channel?: string;
  readonly callSid?: string;
  readonly twilioCode?: number;
  readonly noAnswer?: 'not-sent' | 'unknown';
  /** Why there was no domain call. */
  readonly problem?: string;
}

/**
 * Writes one line of JSON. `console.error` raises an alarm in Twilio's debugger (error 82005), so that only what an operator has to
 * look at goes there.
 */
export function writeLine(entry: object, isAlarm: boolean): void {
  const line = JSON.stringify(entry);
  if (isAlarm) console.error(line);
  else console.info(line);
}

/** What a log line may say about a request and its outcome. */
export function describeForLog(
  request: { readonly to: string; readonly channel?: string; readonly callSid?: string },
  outcome: Outcome<StartStatus | CheckStatus>,
): Partial<LogEntry> {
  const number = readPhoneNumber(request.to);
  return {
    ...(number.kind === 'valid' ? { to: maskPhoneNumber(number.e164) } : { problem: `to: ${number.reason}` }),
    ...(request.channel === undefined ? {} : { channel: request.channel }),
    ...(request.callSid === undefined ? {} : { callSid: request.callSid }),
    ...(outcome.twilioCode === undefined ? {} : { twilioCode: outcome.twilioCode }),
    ...(outcome.noAnswer === undefined ? {} : { noAnswer: outcome.noAnswer }),
  };
}
