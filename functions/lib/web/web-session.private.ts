/** A code that a session asked for. */
export interface SessionRequest {
  /** Of the one-time-passcode service. */
  readonly id: string;
  /** The how manieth code of the session, from 1; forms carry it, so that a stale one is noticed. */
  readonly order: number;
  /** Tells whether it is for the same number. */
  readonly numberKey: string;
}

/** That the person of a session holds a number. */
export interface Confirmed {
  readonly at: number;
  readonly requestId: string;
  readonly masked: string;
}

/**
 * One visit of one user of an application, as one Sync document with the session's id as its name. Moments are milliseconds since
 * 1970; no number, link or cookie is in it in clear.
 */
export interface WebSession {
  readonly v: 1;
  /** Name of the API key that made it. */
  readonly client: string;
  /** Name of the user's document. */
  readonly user: string;
  readonly returnUrl: string;
  readonly locale?: string;
  readonly createdAt: number;
  /** The link can be opened before this. */
  readonly linkUntil: number;
  readonly expiresAt: number;
  /** Digest of the secret of the one browser that opened the link. */
  readonly browser?: string;
  /** The number that the application named. */
  readonly number?: { readonly sealed: string; readonly masked: string; readonly key: string };
  /** Codes asked for so far, refused ones included. */
  readonly codes: number;
  /** The newest that the service took. */
  readonly request?: SessionRequest;
  /** The one before, whose code is still good should the newest come to nothing. */
  readonly earlier?: SessionRequest;
  /** One that it has not answered yet. */
  readonly pending?: SessionRequest;
  readonly confirmed?: Confirmed;
}

const SESSION_ID = /^ws_[\w-]{22}$/;

/** Whether this could be the id of a session, so that the store is worth asking. */
export function isSessionId(text: string): boolean {
  return SESSION_ID.test(text);
}

/** What the codes of a session are for: a proof that names it is of no use for another one. */
export function purposeOf(sessionId: string): string {
  return `web:${sessionId}`;
}

/** Reads a document of the store; throws when it is no session of ours, which is a broken environment. */
export function parseSession(data: unknown): WebSession {
  if (isSession(data)) return data;
  throw new TypeError('A document of the store is not a session of this version');
}

function isSession(data: unknown): data is WebSession {
  if (typeof data !== 'object' || data === null) return false;
  const { v, client, user, returnUrl, codes } = {
    v: 0,
    client: 0,
    user: 0,
    returnUrl: 0,
    codes: '',
    ...data,
  };
  const texts = [client, user, returnUrl];
  return v === 1 && texts.every((text) => typeof text === 'string') && typeof codes === 'number';
}
