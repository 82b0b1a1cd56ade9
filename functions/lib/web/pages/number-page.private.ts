import { attributes, html } from '../html.private';
import type { Html } from '../html.private';
import { fill } from '../texts/languages.private';
import type { FieldError, TypedNumber, View } from '../visit.private';
import { form, numberLink, others, wayBack } from './layout.private';
import type { Frame, Page } from './layout.private';

/** *Your phone number*: the country, the number, and what will happen. */
export function numberPage({ typed, error }: Extract<View, { kind: 'number' }>, frame: Frame): Page {
  const main = html`<p class="lead" id="lead">${frame.texts.numberIntro}</p>
    ${numberForm(frame, typed, error)} ${others(wayBack(frame))}`;
  return { heading: frame.texts.numberHeading, mark: 'phone', main, ...said(error) };
}

/** The form for a number, with what was typed before; the text that goes with it has the id `lead`. */
export function numberForm(frame: Frame, typed?: TypedNumber, error?: FieldError): Html {
  const { texts } = frame;
  const { all: countries, first } = frame.countries();
  const country = countries.some(({ code }) => code === typed?.country) ? typed?.country : first;
  const numberError = error?.field === 'challenge' ? undefined : error;
  return form(
    '/web/number',
    html`<div class="field" data-country-field>
        <label for="country">${texts.countryLabel}</label>
        <select id="country" name="country" autocomplete="country">
          ${countries.map(
            ({ code, name, dialCode }) =>
              html`<option value="${code}" ${attributes({ selected: code === country })}>
                ${name} (+${dialCode})
              </option> `,
          )}
        </select>
      </div>
      <div class="field" ${attributes({ 'data-invalid': numberError !== undefined })}>
        <label for="number">${texts.numberLabel}</label>
        ${fieldError('number', numberError)}
        <input
          id="number"
          name="number"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          maxlength="40"
          required
          autofocus${attributes({
            value: typed?.number,
            'aria-invalid': numberError === undefined ? undefined : 'true',
            'aria-describedby': numberError === undefined ? 'lead' : 'number-error',
            'data-missing': texts.numberMissing,
            'data-malformed': texts.numberInvalid,
          })}
        />
      </div>
      ${challengeField(error, frame)}
      <button class="main" type="submit">${texts.sendCode}</button>
      <p class="note">${texts.textingNote}</p>`,
    frame,
    'number-form',
  );
}

/** The same where the application named the number, which is shown masked. */
export function givenNumberPage(
  { masked, error }: Extract<View, { kind: 'given-number' }>,
  frame: Frame,
): Page {
  const { texts } = frame;
  const main = html`<p class="lead">${inserted(texts.numberGivenIntro, masked)}</p>
    ${form(
      '/web/number',
      html`<input type="hidden" name="use" value="given" />
        ${error?.field === 'challenge' ? undefined : fieldError('number', error)}
        ${challengeField(error, frame)}
        <button class="main" type="submit">${texts.sendCode}</button>
        <p class="note">${texts.textingNote}</p>`,
      frame,
    )}
    ${others(numberLink(texts.useAnotherNumber, frame), wayBack(frame))}`;
  return { heading: texts.numberHeading, mark: 'phone', main, ...said(error) };
}

/** An error beside its field. */
export function fieldError(id: string, error: FieldError | undefined): Html | undefined {
  return error === undefined ? undefined : html`<p class="error" id="${id}-error">${error.text}</p>`;
}

/** A text with a masked number in it, which does not break across lines. */
export function inserted(text: string, masked: string): Html {
  const [before = '', after = ''] = text.split('{number}');
  return html`${before}<strong class="number">${readable(masked)}</strong>${after}`;
}

/** What a page's head says about an error. */
export function said(error: FieldError | undefined): { readonly error?: string } {
  return error === undefined ? {} : { error: error.text };
}

/** The widget of a challenge, where one is set up; it fills a field of the form. */
export function challengeField(
  error: FieldError | undefined,
  { challenge, texts, language }: Frame,
): Html | undefined {
  if (challenge === undefined) return undefined;
  return html`<div class="field">
    ${error?.field === 'challenge' ? fieldError('challenge', error) : undefined}
    <div class="${challenge.className}" data-sitekey="${challenge.siteKey}" data-language="${language}"></div>
    <noscript><p class="error">${texts.challengeNeedsScript}</p></noscript>
  </div>`;
}

/** Dots instead of stars: `+1 •••••• 0100`. A screen reader says "bullet" for neither when the whole is one word. */
function readable(masked: string): string {
  const [, start = '', stars = '', end = ''] = /^(\+?\d+)(\*+)(\d+)$/.exec(masked) ?? [];
  return stars === ''
    ? masked
    : fill('{start} {dots} {end}', { start, dots: '•'.repeat(stars.length), end }).replaceAll(' ', '\u00a0');
}
