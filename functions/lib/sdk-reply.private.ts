import { readFailure } from './read-failure.private';
import type { Reply } from './twilio-port.private';

/** Runs a call of the SDK; what it throws for expected trouble becomes a value, and a bug is thrown on. */
export async function sdkReply<T>(call: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { kind: 'done', value: await call() };
  } catch (error) {
    const failure = readFailure(error);
    if (failure === undefined) throw error;
    return failure;
  }
}
