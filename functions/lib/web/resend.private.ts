import { findRecord } from '../otp/find-record.private';
import { nextSendAt } from '../otp/pacing.private';
import { stateOf } from '../otp/record.private';
import type { OtpRecord } from '../otp/record.private';
import { resendCode } from '../otp/resend-code.private';
import { changeSession } from './change-session.private';
import { countCode } from './count-codes.private';
import { fieldText } from './form-fields.private';
import { openForm } from './open-session.private';
import { refusalOf } from './problem-view.private';
import { codeView, isElsewhere, mayCall, noMoreCodes, viewOf } from './view-of.private';
import { fill, inWords, LANGUAGES } from './texts/languages.private';
import { languageOf } from './view-language.private';
import { callOf, pageOf } from './visit.private';
import type { FieldError, SessionVisit, View, Visit, WebAnswer } from './visit.private';
import type { SessionRequest } from './web-session.private';

/** `POST /web/resend`: one more text, or a call after two of them (`by=call`); not before the pause is over, whatever the page shows. */
export async function resend(visit: Visit): Promise<WebAnswer> {
  const form = await openForm(visit);
  if (form.kind === 'closed') return form.answer;
  const own = form.visit;
  const { request } = own.session;
  const isCurrent = request !== undefined && fieldText(visit.event, 'order') === String(request.order);
  if (!isCurrent) return { kind: 'redirect', to: pageOf(own), visit: own };
  const found = await findRecord(request.id, callOf(own));
  const view = found.kind === 'refused' ? await viewOf(own) : await again(found.record, own, request);
  return view === undefined || isElsewhere(view)
    ? { kind: 'redirect', to: pageOf(own), visit: own }
    : { kind: 'page', view, visit: own };
}

/** `undefined`: it is sent, or the page that comes now says what else is the case. */
async function again(
  record: OtpRecord,
  visit: SessionVisit,
  request: SessionRequest,
): Promise<View | undefined> {
  const { tools } = visit;
  const now = tools.time.now();
  const texts = LANGUAGES[languageOf(visit)];
  const shown = (text: string): View => ({
    ...codeView(visit, request, record),
    error: { field: 'resend', text },
  });
  if (stateOf(record, now).status !== 'open') return undefined;
  const spent = noMoreCodes(visit, record);
  if (spent !== undefined) return shown(spent);
  const next = nextSendAt(record, tools.settings, now) ?? 0;
  if (now < next)
    return shown(fill(texts.tooSoon, { time: inWords((next - now) / 1000, languageOf(visit)) }));
  const refused = await charge(visit, tools.secrets.unseal(record.number, request.id));
  if (refused !== undefined) return refused;
  const channel = fieldText(visit.event, 'by') === 'call' && mayCall(record) ? 'call' : 'sms';
  const answer = await resendCode({ requestId: request.id, channel }, callOf(visit));
  if (answer.kind === 'success') return undefined;
  const refusal = refusalOf(answer, visit, 'resend');
  return refusal.kind === 'page' ? refusal.view : withError(visit, request, record, refusal.error);
}

/** Counts the code before it is asked for; the page that says why not otherwise. */
async function charge(visit: SessionVisit, e164: string): Promise<View | undefined> {
  const written = await changeSession(visit, (session) => ({
    session: { ...session, codes: session.codes + 1 },
    value: undefined,
  }));
  const counted = written === undefined ? { kind: 'unavailable' as const } : await countCode(visit, e164);
  if (counted.kind === 'counted') return undefined;
  return counted.kind === 'full' ? { kind: 'too-many', seconds: counted.seconds } : { kind: 'unavailable' };
}

function withError(visit: SessionVisit, request: SessionRequest, record: OtpRecord, error: FieldError): View {
  return { ...codeView(visit, request, record), error };
}
