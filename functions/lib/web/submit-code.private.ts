import { verifyCode } from '../otp/verify-code.private';
import { confirmUser } from './confirm-user.private';
import { fieldText } from './form-fields.private';
import { openForm } from './open-session.private';
import { wrongCode } from './problem-view.private';
import { codeView, isElsewhere, viewOf } from './view-of.private';
import { LANGUAGES } from './texts/languages.private';
import { languageOf } from './view-language.private';
import { callOf, pageOf } from './visit.private';
import type { FieldError, SessionVisit, View, Visit, WebAnswer } from './visit.private';
import { purposeOf } from './web-session.private';
import type { SessionRequest } from './web-session.private';

/** Whatever people and messages put between digits. */
const SEPARATORS = /[\s.\-\u2010-\u2015]/g;

/** `POST /web/code`: compares what was typed. A slip that cannot be a code is no guess; nor is a form for an earlier number. */
export async function submitCode(visit: Visit): Promise<WebAnswer> {
  const form = await openForm(visit);
  if (form.kind === 'closed') return form.answer;
  const own = form.visit;
  const { request, confirmed } = own.session;
  const isCurrent = request !== undefined && fieldText(visit.event, 'order') === String(request.order);
  if (!isCurrent || confirmed !== undefined) return { kind: 'redirect', to: pageOf(own), visit: own };
  const code = toDigits(fieldText(visit.event, 'code') ?? '');
  const view = /^\d{4,10}$/.test(code) ? await guess(code, own, request) : await refuse(code, own);
  return view === undefined || isElsewhere(view)
    ? { kind: 'redirect', to: pageOf(own), visit: own }
    : { kind: 'page', view, visit: own };
}

/** `undefined`: go and see the page that comes now. */
async function guess(code: string, visit: SessionVisit, request: SessionRequest): Promise<View | undefined> {
  const purpose = purposeOf(visit.sessionId);
  // The page that comes next makes the proof.
  const answer = await verifyCode({ requestId: request.id, code, purpose }, callOf(visit), () =>
    Promise.resolve(undefined),
  );
  const record = answer.subject?.record;
  if (answer.kind === 'success') {
    if (record !== undefined) await confirmUser(visit, request, record);
    return undefined;
  }
  if (answer.code === 'temporarily_unavailable') return { kind: 'unavailable' };
  const left = answer.details.attemptsRemaining ?? 0;
  if (answer.code !== 'invalid_code' || record === undefined || left === 0) return undefined;
  const error = wrongCode(left, LANGUAGES[languageOf(visit)]);
  return { ...codeView(visit, request, record), error };
}

async function refuse(code: string, visit: SessionVisit): Promise<View> {
  const texts = LANGUAGES[languageOf(visit)];
  const error: FieldError = { field: 'code', text: code === '' ? texts.codeMissing : texts.codeMalformed };
  const view = await viewOf(visit);
  return view.kind === 'code' ? { ...view, error } : view;
}

/** Digits of any script are digits: a keyboard may well type Arabic ones. */
function toDigits(text: string): string {
  return text
    .slice(0, 64)
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
