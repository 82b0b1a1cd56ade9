import { statusOf } from './error-status';

/** Somebody else changed the account after the plan was made. Nothing is lost: what they did stays, and one more run goes on from there. */
export class AccountChangedError extends Error {
  override readonly name = 'AccountChangedError';

  /** `what` is a clause: `revision 5 is there now`. */
  constructor(what: string) {
    super(`the account changed under this deployment: ${what}; run it again`);
  }
}

/** Verify's codes for a rate limit whose name, and a bucket whose interval, is taken (https://www.twilio.com/docs/api/errors/60208). */
const TAKEN: readonly unknown[] = [60208, 60211];

/**
 * Makes a thing with a unique name, or changes one that the plan saw. Where the name is taken (409) or the thing is gone (404)
 * somebody was faster and has changed the account.
 */
export async function orChanged<T>(what: string, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const status = statusOf(error);
    if (status === 409 || status === 404 || TAKEN.includes(codeOf(error)))
      throw new AccountChangedError(what);
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
