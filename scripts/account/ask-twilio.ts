import { statusOf } from '../deployment/requests/error-status';
import { messageOf } from '../deployment/requests/message-of';
import { ConfigurationError } from '../command-line/configuration-error';

/** Waits for requests that only read; what Twilio refuses, or a cut connection, is the `twilio-refused` trouble with the action's name. */
export async function askTwilio<T>(action: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ConfigurationError || !isFromOutside(error)) throw error;
    const mend = isWorthAnotherTry(statusOf(error)) ? ' Try again.' : '';
    throw new ConfigurationError('twilio-refused', `Cannot ${action}: ${messageOf(error)}.${mend}`);
  }
}

/** Twilio refuses a 4xx again, but for 429: https://www.twilio.com/docs/api/errors/20429. */
function isWorthAnotherTry(status: number | undefined): boolean {
  return status === undefined || status >= 500 || status === 429;
}

/** A refusal has an HTTP status, a cut connection the code of a system call; a bug of our own has neither. */
function isFromOutside(error: unknown): boolean {
  return typeof error === 'object' && error !== null && ('status' in error || 'code' in error);
}
