import type { Call, OtpTools } from '../otp/otp-tools.private';
import type { NewCookie } from './cookie.private';
import type { WebSecrets } from './web-secrets.private';
import type { WebSession } from './web-session.private';
import type { WebSettings } from './web-settings.private';

/** A browser's request to one of the pages. */
export interface Visit {
  readonly tools: OtpTools;
  readonly web: WebSettings;
  readonly secrets: WebSecrets;
  /** Of an untrusted browser: query and form, merged by the runtime. */
  readonly event: unknown;
  /** Of the browser; a session's locale comes before it. */
  readonly acceptLanguage: unknown;
  /** What the browser showed of our cookie for a session: its secret. */
  readonly secretOf: (sessionId: string) => string | undefined;
  /** The address that a proxy named, where one is trusted to. */
  readonly ip?: string;
}

/** A visit of the browser that a session belongs to. */
export interface SessionVisit extends Visit {
  readonly sessionId: string;
  readonly session: WebSession;
  readonly browserSecret: string;
}

/** How the one-time-passcode service is asked for a session: in the name of the application that made it. */
export function callOf({
  session,
  sessionId,
  tools,
}: Pick<SessionVisit, 'session' | 'sessionId' | 'tools'>): Call {
  return { client: session.client, correlationId: sessionId, tools };
}

/** What a browser is answered. */
export type WebAnswer =
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly cookie?: NewCookie;
      readonly visit?: SessionVisit;
    }
  | { readonly kind: 'page'; readonly view: View; readonly visit?: SessionVisit };

/** A field's error, or the whole form's. */
export interface FieldError {
  readonly field: 'number' | 'code' | 'challenge' | 'resend';
  readonly text: string;
}

/** What was typed into the form of the first page. */
export interface TypedNumber {
  readonly country: string;
  readonly number: string;
}

/** The page to be shown. Texts are ready to be read, and not yet escaped. */
export type View =
  | { readonly kind: 'number'; readonly typed?: TypedNumber; readonly error?: FieldError }
  | { readonly kind: 'given-number'; readonly masked: string; readonly error?: FieldError }
  | CodeView
  | { readonly kind: 'done'; readonly masked: string; readonly proof?: string }
  | { readonly kind: 'already'; readonly masked: string }
  | { readonly kind: 'code-expired'; readonly masked: string; readonly error?: FieldError }
  | LockedView
  /** `isFinal`: of the whole session, whatever the number. */
  | { readonly kind: 'too-many'; readonly seconds?: number; readonly isFinal?: boolean }
  | { readonly kind: 'country'; readonly country: string; readonly typed?: TypedNumber }
  | { readonly kind: 'cookies'; readonly link: string }
  | { readonly kind: PlainViewKind };

/** The page for the code. */
export interface CodeView {
  readonly kind: 'code';
  readonly masked: string;
  readonly channel: 'sms' | 'whatsapp' | 'call';
  readonly order: number;
  /** Until the next text may be asked for; null when there is none. */
  readonly nextSendSeconds: number | null;
  readonly mayCall: boolean;
  /** Why there is none, and when to try again. */
  readonly spent?: string;
  readonly notice?: string;
  readonly error?: FieldError;
}

/** Too many wrong codes: for one request, after which another code may be sent to `masked`; or for the number, for a while. */
export interface LockedView {
  readonly kind: 'locked';
  readonly masked?: string;
  readonly seconds?: number;
  readonly error?: FieldError;
}

/** Pages that say the same to everybody. */
export type PlainViewKind =
  'session-expired' | 'outdated' | 'link-used' | 'unknown' | 'stale' | 'unavailable';

/** Where every step leads: the page that a session is at. The id is nobody's secret; what opens the page is the cookie. */
export function pageOf({ sessionId }: Pick<SessionVisit, 'sessionId'>): string {
  return `/web/verify?session=${sessionId}`;
}
