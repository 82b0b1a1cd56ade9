import type { OtpAnswer } from '../otp/answers.private';
import { fill, inWords, LANGUAGES } from './texts/languages.private';
import type { Texts } from './texts/texts.private';
import { languageOf } from './view-language.private';
import type { FieldError, SessionVisit, View } from './visit.private';

/**
 * What the one-time-passcode service refused, in words of the pages: an error beside the field it is about, or a page of its own.
 */
export type Refusal =
  { readonly kind: 'error'; readonly error: FieldError } | { readonly kind: 'page'; readonly view: View };

/** Turns a problem of the service into words; `field` is where somebody is who asked for a code. */
export function refusalOf(
  answer: Extract<OtpAnswer, { readonly kind: 'problem' }>,
  visit: SessionVisit,
  field: 'number' | 'resend',
): Refusal {
  const { details } = answer;
  const seconds = details.retryAfterSeconds;
  const texts = LANGUAGES[languageOf(visit)];
  switch (answer.code) {
    case 'invalid_number':
    case 'unreachable':
      return error(field, texts.numberUnreachable);
    case 'channel_not_available':
      return error(field, texts.channelNotAvailable);
    case 'too_soon':
      return error(field, fill(texts.tooSoon, { time: inWords(seconds ?? 30, languageOf(visit)) }));
    case 'too_many_sends':
      return field === 'resend'
        ? error(field, [texts.noMoreCodes, ...when(seconds, visit)].join(' '))
        : page({ kind: 'too-many', ...given(seconds) });
    case 'locked':
      return page({ kind: 'locked', ...given(seconds) });
    case 'limit_reached':
      return page({ kind: 'too-many', ...given(seconds) });
    default:
      return page({ kind: 'unavailable' });
  }
}

function when(seconds: number | undefined, visit: SessionVisit): readonly string[] {
  const language = languageOf(visit);
  if (seconds === undefined) return [];
  return [fill(LANGUAGES[language].tryAgainIn, { time: inWords(seconds, language) })];
}

/** The words for a wrong code. */
export function wrongCode(attemptsRemaining: number, texts: Texts): FieldError {
  const text =
    attemptsRemaining === 1
      ? texts.codeWrongOne
      : fill(texts.codeWrongMany, { count: String(attemptsRemaining) });
  return { field: 'code', text };
}

function error(field: FieldError['field'], text: string): Refusal {
  return { kind: 'error', error: { field, text } };
}

function page(view: View): Refusal {
  return { kind: 'page', view };
}

function given(seconds: number | undefined): { readonly seconds?: number } {
  return seconds === undefined ? {} : { seconds };
}
