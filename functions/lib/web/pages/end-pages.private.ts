import { attributes, html } from '../html.private';
import type { Html } from '../html.private';
import { countryName } from '../country-name.private';
import { fill, inWords } from '../texts/languages.private';
import type { Texts } from '../texts/texts.private';
import type { LockedView, PlainViewKind, View } from '../visit.private';
import { form, numberLink, others, wayBack } from './layout.private';
import type { Frame, Page } from './layout.private';
import { challengeField, fieldError, inserted, numberForm, said } from './number-page.private';
import type { Mark } from './pictures.private';

/**
 * *Done*: back to the application, by a form that is posted to it, so that the proof is in no address, no history and no log. A
 * script says that it posts it after a moment, and does, once; without one, and for whoever comes back here, the button does.
 */
export function donePage({ masked, proof }: Extract<View, { kind: 'done' }>, frame: Frame): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${inserted(texts.doneIntro, masked)}</p>
    ${returnForm('confirmed', proof, frame)}`;
  return { heading: texts.doneHeading, mark: 'check', main };
}

/** *Already confirmed*, in another tab or on another device. */
export function alreadyPage({ masked }: Extract<View, { kind: 'already' }>, frame: Frame): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${inserted(texts.alreadyIntro, masked)}</p>
    ${returnForm('already_confirmed', undefined, frame)}`;
  return { heading: texts.alreadyHeading, mark: 'check', main };
}

/** *The code has expired*: a new one, or another number. */
export function codeExpiredPage(
  { masked, error }: Extract<View, { kind: 'code-expired' }>,
  frame: Frame,
): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${inserted(texts.codeExpiredIntro, masked)}</p>
    ${newCodeForm(error, frame)} ${otherNumber(frame)}`;
  return { heading: texts.codeExpiredHeading, mark: 'clock', main, ...said(error) };
}

/** *Too many wrong codes*. */
export function lockedPage({ masked, seconds, error }: LockedView, frame: Frame): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${texts.lockedIntro}</p>
    ${masked === undefined ? waiting(seconds, frame) : newCodeForm(error, frame)} ${otherNumber(frame)}`;
  return { heading: texts.lockedHeading, mark: 'lock', main, ...said(error) };
}

/** *Too many codes*, to a number, an address, a country or in all. */
export function tooManyPage(
  { seconds, isFinal = false }: Extract<View, { kind: 'too-many' }>,
  frame: Frame,
): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${texts.tooManyIntro}</p>
    ${waiting(seconds, frame)} ${isFinal ? others(wayBack(frame)) : otherNumber(frame)}`;
  return { heading: texts.tooManyHeading, mark: 'clock', main };
}

/** *We cannot text this country*, and the form with what was typed, to be changed. */
export function countryPage({ country, typed }: Extract<View, { kind: 'country' }>, frame: Frame): Page {
  const { texts, language } = frame;
  const intro = fill(texts.countryIntro, { country: countryName(country, language) });
  const main = html`<p class="lead" id="lead">${intro}</p>
    ${numberForm(frame, typed)} ${others(wayBack(frame))}`;
  return { heading: texts.countryHeading, mark: 'note', main };
}

/** *Your browser did not keep our cookie*: its link once more, when it was told to. */
export function cookiesPage({ link }: Extract<View, { kind: 'cookies' }>, { texts }: Frame): Page {
  const main = html`<p class="lead">${texts.cookiesIntro}</p>
    <a class="main" href="${link}">${texts.tryAgain}</a>`;
  return { heading: texts.cookiesHeading, mark: 'note', main };
}

/** Heading, text and picture of pages that say the same to everybody. */
const PLAIN: Readonly<Record<PlainViewKind, readonly [keyof Texts, keyof Texts, Mark]>> = {
  'session-expired': ['sessionExpiredHeading', 'sessionExpiredIntro', 'clock'],
  outdated: ['outdatedHeading', 'outdatedIntro', 'note'],
  'link-used': ['linkUsedHeading', 'linkUsedIntro', 'note'],
  unknown: ['unknownHeading', 'unknownIntro', 'note'],
  stale: ['staleHeading', 'staleIntro', 'note'],
  unavailable: ['unavailableHeading', 'unavailableIntro', 'clock'],
};

/** A page without anything to fill in. */
export function plainPage(kind: PlainViewKind, frame: Frame): Page {
  const [heading, intro, mark] = PLAIN[kind];
  const { texts } = frame;
  const next = kind === 'stale' ? texts.continueHere : kind === 'unavailable' ? texts.tryAgain : undefined;
  const main = html`<p class="lead">${texts[intro]}</p>
    ${next !== undefined && html`<a class="main" href="${frame.here}">${next}</a>`}
    ${frame.session !== undefined && others(wayBack(frame))}`;
  return { heading: texts[heading], mark, main };
}

function returnForm(status: string, proof: string | undefined, { session, texts }: Frame): Html | undefined {
  if (session === undefined) return undefined;
  const fields = { sessionId: session.sessionId, status, ...(proof === undefined ? {} : { proof }) };
  return html`<form
    method="post"
    action="${session.returnUrl}"
    id="return-form"
    data-session="${session.sessionId}"
  >
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" ${attributes({ name, value })} />`)}
    <button class="main" type="submit">${texts.goOn}</button>
    <p class="note" role="status"><span data-returning="${texts.returning}"></span></p>
  </form>`;
}

function newCodeForm(error: LockedView['error'], frame: Frame): Html {
  return form(
    '/web/number',
    html`<input type="hidden" name="use" value="last" />
      ${error?.field === 'challenge' ? undefined : fieldError('number', error)}
      ${challengeField(error, frame)}
      <button class="main" type="submit">${frame.texts.sendNewCode}</button>`,
    frame,
  );
}

function waiting(seconds: number | undefined, { texts, language }: Frame): Html {
  const text =
    seconds === undefined ? texts.tryLater : fill(texts.tryAgainIn, { time: inWords(seconds, language) });
  return html`<p class="lead">${text}</p>`;
}

function otherNumber(frame: Frame): Html {
  return others(numberLink(frame.texts.useAnotherNumber, frame), wayBack(frame));
}
