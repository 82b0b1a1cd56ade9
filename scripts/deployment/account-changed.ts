import { statusOf } from './error-status';

/** Somebody else changed the account after the plan was made. Nothing is lost: what they did stays, and one more run goes on from there. */
export class AccountChangedError extends Error {
  override readonly name = 'AccountChangedError';

  /** `what` is a clause: `revision 5 is there now`. */
  constructor(what: string) {
    super(`the account changed under this deployment: ${what}; run it again`);
  }
}

/** Does what makes a thing with a unique name; somebody who was faster has changed the account. */
export async function orChanged<T>(what: string, create: () => Promise<T>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (statusOf(error) === 409) throw new AccountChangedError(what);
    throw error;
  }
}
