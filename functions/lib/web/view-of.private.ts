import { findRecord } from '../otp/find-record.private';
import { nextSendAt } from '../otp/pacing.private';
import type { OtpRecord } from '../otp/record.private';
import { stateOf } from '../otp/record.private';
import type { Prover } from '../otp/verify-code.private';
import { confirmUser } from './confirm-user.private';
import { confirmedView, doneView } from './confirmed-view.private';
import { backToEarlier, settlePending } from './pending-request.private';
import { fill, inWords, LANGUAGES } from './texts/languages.private';
import { languageOf } from './view-language.private';
import { callOf } from './visit.private';
import type { CodeView, SessionVisit, View } from './visit.private';
import type { SessionRequest } from './web-session.private';
import { isOutdated, readUser } from './web-user.private';

/** A text that was sent less than this ago is "on its way again". */
const JUST_NOW_MILLISECONDS = 20_000;

/** Texts after which somebody may be called instead. */
const TEXTS_BEFORE_CALL = 2;

/** What a view is made with. */
export interface ViewOptions {
  /** True: the first page, although a code is under way. */
  readonly wantsNumber?: boolean;
  /** Makes the proof of the last page; passed in, so that only the page that shows it loads what it takes. */
  readonly prove?: Prover;
}

/** The page that a session is at. One to three requests to Sync; one or two more when it makes up for a process that ended. */
export async function viewOf(opened: SessionVisit, options: ViewOptions = {}): Promise<View> {
  const visit = await settlePending(opened);
  const { request, confirmed } = visit.session;
  if (confirmed !== undefined) return confirmedView(visit, confirmed, options.prove);
  if (request === undefined) return (await userView(visit)) ?? firstView(visit, options);
  const found = await findRecord(request.id, callOf(visit));
  if (found.kind === 'found') return recordView(visit, request, found.record, options);
  const isMissing = found.answer.kind === 'problem' && found.answer.code === 'unknown_request';
  // The service refused to make it, and said why then.
  return isMissing ? firstView(visit, options) : { kind: 'unavailable' };
}

async function recordView(
  visit: SessionVisit,
  request: SessionRequest,
  record: OtpRecord,
  options: ViewOptions,
): Promise<View> {
  const { status } = stateOf(record, visit.tools.time.now());
  if (status === 'verified') {
    const confirmation = await confirmUser(visit, request, record);
    if (confirmation !== 'confirmed') return { kind: confirmation };
    return doneView(visit, request.id, record.masked, options.prove);
  }
  const isOver = status === 'failed' || status === 'cancelled';
  const earlier =
    status === 'failed' && options.wantsNumber !== true ? await backToEarlier(visit) : undefined;
  if (earlier !== undefined) return codeView(earlier.visit, earlier.request, earlier.record);
  if (isOver || options.wantsNumber === true) return firstView(visit, options);
  if (status === 'expired') return { kind: 'code-expired', masked: record.masked };
  return status === 'locked' ? { kind: 'locked', masked: record.masked } : codeView(visit, request, record);
}

/** The page for the code of an open request. */
export function codeView(visit: SessionVisit, request: SessionRequest, record: OtpRecord): CodeView {
  const { tools } = visit;
  const now = tools.time.now();
  const next = nextSendAt(record, tools.settings, now);
  const last = record.sends.at(-1);
  const texts = LANGUAGES[languageOf(visit)];
  const spent = noMoreCodes(visit, record);
  const isRepeat = record.sends.length > 1 && last !== undefined && now - last.at < JUST_NOW_MILLISECONDS;
  const notice = last?.channel === 'call' ? texts.callingNow : texts.sentAgain;
  return {
    kind: 'code',
    masked: record.masked,
    channel: last?.channel ?? 'sms',
    order: request.order,
    nextSendSeconds:
      next === null || spent !== undefined ? null : Math.max(Math.ceil((next - now) / 1000), 0),
    mayCall: mayCall(record),
    ...(isRepeat ? { notice } : {}),
    ...(spent === undefined ? {} : { spent }),
  };
}

/** Why an open request has no more codes, and when to try again: with the next request, or the next session; `undefined` when it has. */
export function noMoreCodes(visit: SessionVisit, record: OtpRecord): string | undefined {
  const { tools, session, web } = visit;
  const now = tools.time.now();
  const language = languageOf(visit);
  const texts = LANGUAGES[language];
  const tell = (why: string, end: number): string =>
    `${why} ${fill(texts.tryAgainIn, { time: inWords((end - now) / 1000, language) })}`;
  if (session.codes >= web.limits.perSession) return tell(texts.tooManyIntro, session.expiresAt);
  return nextSendAt(record, tools.settings, now) === null
    ? tell(texts.noMoreCodes, record.expiresAt)
    : undefined;
}

/** Whether a view is better shown by the page itself, which has all that it takes: countries, a proof. */
export function isElsewhere({ kind }: View): boolean {
  return ['number', 'given-number', 'done', 'already'].includes(kind);
}

/** Whether a person may be called instead of texted. */
export function mayCall(record: OtpRecord): boolean {
  return record.sends.length >= TEXTS_BEFORE_CALL;
}

function firstView({ session }: SessionVisit, { wantsNumber = false }: ViewOptions): View {
  return session.number === undefined || wantsNumber
    ? { kind: 'number' }
    : { kind: 'given-number', masked: session.number.masked };
}

/** There when another session of the same user was faster, or made for another number since; one request to Sync. */
async function userView({ session, tools }: SessionVisit): Promise<View | undefined> {
  const user = await readUser(session.user, tools);
  if (user === undefined || user === 'unavailable') return undefined;
  const key = session.number?.key;
  const isWanted = key === undefined || key === user.numberKey;
  if (isWanted && (user.confirmedAt ?? 0) > session.createdAt)
    return { kind: 'already', masked: user.masked };
  return isOutdated(session, user, key) ? { kind: 'outdated' } : undefined;
}
