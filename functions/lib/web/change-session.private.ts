import { changeDocument } from '../otp/change-document.private';
import type { SessionVisit } from './visit.private';
import { parseSession } from './web-session.private';
import type { WebSession } from './web-session.private';

/** What becomes of a session: written, or left as it is. */
export interface SessionStep<T> {
  readonly session?: WebSession;
  readonly value: T;
}

/** Decides on the newest state of a session; `undefined` when the store does not answer. Two requests to Sync, or three when somebody was faster. */
export async function changeSession<T>(
  { tools, sessionId }: Pick<SessionVisit, 'tools' | 'sessionId'>,
  decide: (session: WebSession) => SessionStep<T>,
): Promise<{ readonly value: T } | undefined> {
  const changed = await changeDocument<T>(tools.store, tools.time, {
    name: sessionId,
    decide: (data) => {
      const { session, value } = decide(parseSession(data));
      return session === undefined ? { kind: 'leave', value } : { kind: 'write', data: session, value };
    },
  });
  return changed.kind === 'done' ? { value: changed.value } : undefined;
}
