import { attributes, html } from '../html.private';
import type { Html } from '../html.private';
import { fill, inWords } from '../texts/languages.private';
import type { Texts } from '../texts/texts.private';
import type { CodeView } from '../visit.private';
import { form, numberLink, others, wayBack } from './layout.private';
import type { Frame, Page } from './layout.private';
import { fieldError, inserted, said } from './number-page.private';

const SENT: Readonly<Record<CodeView['channel'], keyof Texts>> = {
  sms: 'codeTexted',
  whatsapp: 'codeWhatsapped',
  call: 'codeCalled',
};

/** *Enter the code*: one field, and what to do when no code comes. */
export function codePage(view: CodeView, frame: Frame): Page {
  const { texts } = frame;
  const { masked, channel, order, notice, error } = view;
  const codeError = error?.field === 'code' ? error : undefined;
  const main = html`<p class="lead" id="lead">${inserted(texts[SENT[channel]], masked)} ${texts.codeHint}</p>
    ${notice !== undefined && error === undefined && html`<p class="notice" role="status">${notice}</p>`}
    ${form(
      '/web/code',
      html`<input type="hidden" name="order" value="${order}" />
        <div class="field" ${attributes({ 'data-invalid': codeError !== undefined })}>
          <label for="code">${texts.codeLabel}</label>
          ${fieldError('code', codeError)}
          <input
            id="code"
            class="code"
            name="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="32"
            autocapitalize="none"
            spellcheck="false"
            required
            autofocus${attributes({
              'aria-invalid': codeError === undefined ? undefined : 'true',
              'aria-describedby': codeError === undefined ? 'lead' : 'code-error',
              'data-missing': texts.codeMissing,
              'data-malformed': texts.codeMalformed,
            })}
          />
        </div>
        <button class="main" type="submit">${texts.confirm}</button>`,
      frame,
      'code-form',
    )}
    ${resendForm(view, frame)} ${others(numberLink(texts.changeNumber, frame), wayBack(frame))}`;
  return { heading: texts.codeHeading, mark: 'message', main, ...said(error) };
}

/** The buttons wait as long as the server does; without a script they are there at once, and the server says how long. */
function resendForm(
  { order, nextSendSeconds, mayCall, spent, error }: CodeView,
  frame: Frame,
): Html | undefined {
  const { texts, language } = frame;
  const resendError = error?.field === 'resend' ? error : undefined;
  if (nextSendSeconds === null && resendError === undefined)
    return spent === undefined ? undefined : html`<p class="note">${spent}</p>`;
  const time = inWords(nextSendSeconds ?? 0, language);
  return form(
    '/web/resend',
    html`<input type="hidden" name="order" value="${order}" /> ${fieldError('resend', resendError)}
      ${
        nextSendSeconds !== null &&
        html`<div class="again">
            <button class="second" type="submit" name="by" value="text">${texts.sendAgain}</button>
            ${mayCall && html`<button class="second" type="submit" name="by" value="call">${texts.callInstead}</button>`}
          </div>
          <p
            class="note"
            data-wait="${nextSendSeconds}"
            data-waiting="${texts.sendAgainIn}"
            data-over="${texts.sendAgainNow}"
          >
            ${nextSendSeconds > 0 && fill(texts.sendAgainIn, { time })}
          </p>
          <p class="unseen" role="status" data-wait-over></p>`
      }`,
    frame,
    'resend-form',
  );
}
