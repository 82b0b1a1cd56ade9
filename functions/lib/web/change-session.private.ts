import { changeDocument } from '../otp/change-document.private';
import type { Change } from '../otp/change-document.private';
import type { SyncDocument } from '../otp/sync-port.private';
import type { SessionVisit } from './visit.private';
import { parseSession } from './web-session.private';
import type { WebSession } from './web-session.private';

/** What becomes of a session: written, or left as it is. */
export interface SessionStep<T> {
  readonly session?: WebSession;
  readonly value: T;
}

/** What was decided; the document, where it was written, is a good guess for a change soon after. */
export interface ChangedSession<T> {
  readonly value: T;
  readonly document?: SyncDocument;
}

/**
 * Decides on the newest state of a session; `undefined` when the store does not answer. Two requests to Sync, one with a right
 * guess, or more when somebody was faster.
 */
export async function changeSession<T>(
  { tools, sessionId }: Pick<SessionVisit, 'tools' | 'sessionId'>,
  decide: (session: WebSession) => SessionStep<T>,
  guess?: SyncDocument,
): Promise<ChangedSession<T> | undefined> {
  const change: Change<T> = {
    name: sessionId,
    decide: (data) => {
      const { session, value } = decide(parseSession(data));
      return session === undefined ? { kind: 'leave', value } : { kind: 'write', data: session, value };
    },
    ...(guess === undefined ? {} : { guess }),
  };
  const changed = await changeDocument<T>(tools.store, tools.time, change);
  if (changed.kind !== 'done') return undefined;
  const { value, document } = changed;
  return { value, ...(document === undefined ? {} : { document }) };
}
