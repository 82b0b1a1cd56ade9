import type { OtpAnswer } from '../otp/answers.private';
import { isAllowed } from '../otp/countries.private';
import { findRecord } from '../otp/find-record.private';
import { requestCode } from '../otp/request-code.private';
import { stateOf } from '../otp/record.private';
import { readPhoneNumber } from '../phone-number.private';
import { checkChallenge } from './challenge.private';
import { countCode } from './count-codes.private';
import { fieldText } from './form-fields.private';
import { openForm } from './open-session.private';
import { beginRequest, dropRequest, idempotencyKey, keepRequest } from './pending-request.private';
import { refusalOf } from './problem-view.private';
import { readTypedNumber } from './read-number.private';
import { LANGUAGES } from './texts/languages.private';
import { languageOf } from './view-language.private';
import { callOf, pageOf } from './visit.private';
import type { FieldError, SessionVisit, TypedNumber, View, Visit, WebAnswer } from './visit.private';
import { purposeOf } from './web-session.private';
import type { SessionRequest } from './web-session.private';

/** The number of a form, and the page that the form was on, for errors. */
interface Wanted {
  readonly e164: string;
  readonly numberKey: string;
  readonly page: (error: FieldError) => View;
}

/**
 * `POST /web/number`: sends a code to the number that was typed, that the application named (`use=given`) or that had the last code
 * (`use=last`). A form that comes twice is one text: its request has a name that follows from the session and its count of codes.
 */
export async function submitNumber(visit: Visit): Promise<WebAnswer> {
  const form = await openForm(visit);
  if (form.kind === 'closed') return form.answer;
  const own = form.visit;
  const wanted = await readWanted(own);
  if (wanted.kind !== 'wanted') return { kind: 'page', view: wanted.view, visit: own };
  const { numberKey, page } = wanted;
  if (await isOpenFor(own, numberKey)) return { kind: 'redirect', to: pageOf(own), visit: own };
  const challenge = await checkChallenge(own);
  if (challenge === 'unavailable') return { kind: 'page', view: { kind: 'unavailable' }, visit: own };
  if (challenge === 'failed') {
    const text = LANGUAGES[languageOf(own)].challengeFailed;
    return { kind: 'page', view: page({ field: 'challenge', text }), visit: own };
  }
  return order(own, wanted);
}

/** Writes down that a code is wanted, counts it, and asks for it. */
async function order(visit: SessionVisit, wanted: Wanted): Promise<WebAnswer> {
  const begun = await beginRequest(visit, wanted.numberKey);
  if (begun === undefined) return { kind: 'page', view: { kind: 'unavailable' }, visit };
  if (begun.kind === 'too-many') return { kind: 'page', view: tooMany(visit), visit };
  const { request, document } = begun;
  const refused = begun.kind === 'new' ? await charge(visit, wanted.e164) : undefined;
  if (refused !== undefined) {
    await dropRequest(visit, request, document);
    return { kind: 'page', view: refused, visit };
  }
  const answer = await ask(visit, request, wanted.e164);
  if (answer.kind === 'success') {
    await keepRequest(visit, request, document);
    return { kind: 'redirect', to: pageOf(visit), visit };
  }
  // Nobody knows yet what became of it: the next page finds it, or the same form asks for it again.
  if (answer.code !== 'temporarily_unavailable') await dropRequest(visit, request, document);
  const refusal = refusalOf(answer, visit, 'number');
  return { kind: 'page', view: refusal.kind === 'page' ? refusal.view : wanted.page(refusal.error), visit };
}

/** A session that has had all its codes; the next one begins with new ones. */
function tooMany({ session, tools }: SessionVisit): View {
  const seconds = Math.ceil((session.expiresAt - tools.time.now()) / 1000);
  return { kind: 'too-many', seconds, isFinal: true };
}

function ask(visit: SessionVisit, request: SessionRequest, e164: string): Promise<OtpAnswer> {
  const { sessionId, session } = visit;
  const wanted = {
    phoneNumber: e164,
    purpose: purposeOf(sessionId),
    channel: 'sms',
    idempotencyKey: idempotencyKey(sessionId, request.order),
    locale: session.locale ?? languageOf(visit),
  } as const;
  return requestCode(wanted, callOf(visit));
}

/** Counts the code before it is asked for; the page that says why not otherwise. */
async function charge(visit: SessionVisit, e164: string): Promise<View | undefined> {
  const counted = await countCode(visit, e164);
  if (counted.kind === 'counted') return undefined;
  return counted.kind === 'full' ? { kind: 'too-many', seconds: counted.seconds } : { kind: 'unavailable' };
}

/** Whether a code for this number is on its way already: after a double click, or when somebody went back and changed nothing. */
async function isOpenFor(visit: SessionVisit, numberKey: string): Promise<boolean> {
  const { request } = visit.session;
  if (request === undefined || request.numberKey !== numberKey) return false;
  const found = await findRecord(request.id, callOf(visit));
  return found.kind === 'found' && stateOf(found.record, visit.tools.time.now()).status === 'open';
}

type ReadWanted = ({ readonly kind: 'wanted' } & Wanted) | { readonly kind: 'view'; readonly view: View };

async function readWanted(visit: SessionVisit): Promise<ReadWanted> {
  const { session, sessionId, secrets } = visit;
  const use = fieldText(visit.event, 'use');
  if (use === 'given' && session.number !== undefined) {
    const { sealed, masked } = session.number;
    return wantedOf(secrets.unseal(sealed, sessionId), visit, (error) => ({
      kind: 'given-number',
      masked,
      error,
    }));
  }
  if (use === 'last' && session.request !== undefined) return lastOf(session.request, visit);
  return typedOf(visit);
}

function typedOf(visit: SessionVisit): ReadWanted {
  const texts = LANGUAGES[languageOf(visit)];
  const { event } = visit;
  const typed: TypedNumber = {
    country: fieldText(event, 'country') ?? '',
    number: (fieldText(event, 'number') ?? '').slice(0, 64),
  };
  const page = (error: FieldError): View => ({ kind: 'number', typed, error });
  const number = readTypedNumber(typed);
  if (number.kind === 'invalid') {
    const text = number.reason === 'blank' ? texts.numberMissing : texts.numberInvalid;
    return { kind: 'view', view: page({ field: 'number', text }) };
  }
  return wantedOf(number.e164, visit, page, typed);
}

async function lastOf(request: SessionRequest, visit: SessionVisit): Promise<ReadWanted> {
  const found = await findRecord(request.id, callOf(visit));
  if (found.kind === 'refused') return { kind: 'view', view: { kind: 'number' } };
  const { number, masked } = found.record;
  const { status } = stateOf(found.record, visit.tools.time.now());
  const kind = status === 'locked' ? 'locked' : 'code-expired';
  const e164 = visit.tools.secrets.unseal(number, request.id);
  return wantedOf(e164, visit, (error) => ({ kind, masked, error }));
}

/** Countries that are served may have become fewer since a number was named or texted. */
function wantedOf(
  e164: string,
  { secrets, tools }: SessionVisit,
  page: Wanted['page'],
  typed?: TypedNumber,
): ReadWanted {
  const number = readPhoneNumber(e164);
  if (number.kind === 'invalid') return { kind: 'view', view: { kind: 'number' } };
  if (!isAllowed(number, tools.settings.limits.allowedCountries)) {
    const view = { kind: 'country', country: number.country, ...(typed && { typed }) } as const;
    return { kind: 'view', view };
  }
  return { kind: 'wanted', e164, numberKey: secrets.keyOfNumber(e164), page };
}
