import type { AssetPaths } from '../asset-paths.private';
import type { ChallengeSettings } from '../challenge-settings.private';
import type { CountryChoice } from '../countries-list.private';
import { attributes, html } from '../html.private';
import type { Html, Part } from '../html.private';
import type { Language } from '../texts/languages.private';
import type { Texts } from '../texts/texts.private';
import { picture } from './pictures.private';
import type { Mark } from './pictures.private';

/** Everything that a page is drawn with, besides its view. */
export interface Frame {
  readonly language: Language;
  readonly texts: Texts;
  readonly brandName: string;
  readonly assets: AssetPaths;
  /** A style sheet with a colour of the operator's. */
  readonly theme?: string;
  readonly challenge?: ChallengeSettings;
  /** Those that can be chosen, and the one that is at first. */
  readonly countries: () => { readonly all: readonly CountryChoice[]; readonly first: string };
  /** Where the page of the session is; empty, which is this very address, where none was named. */
  readonly here: string;
  /** Missing where there is no session. */
  readonly session?: FrameSession;
}

/** What a page says and sends about its session. */
export interface FrameSession {
  readonly sessionId: string;
  /** Carried by every form. */
  readonly formToken: string;
  readonly returnUrl: string;
}

/** What differs between pages. */
export interface Page {
  readonly heading: string;
  readonly mark: Mark;
  readonly main: Part;
  /** An error, said before everything else to whoever does not see it beside its field. */
  readonly error?: string;
}

/** A whole page. Everything comes from our own origin, a challenge's script apart. */
export function layout({ heading, mark, main, error }: Page, frame: Frame): Html {
  const { language, texts, brandName, assets, theme, challenge } = frame;
  const title = `${error === undefined ? '' : `${texts.errorSummary} `}${heading} – ${brandName}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets.style}" />
        ${theme !== undefined && html`<link rel="stylesheet" href="${theme}" />`}
        <script type="module" src="${assets.script}"></script>
        ${challenge !== undefined && html`<script src="${challenge.script}" async defer></script>`}
      </head>
      <body>
        <header class="brand">${brandName}</header>
        <main class="card" data-mark="${mark}">
          ${picture(mark)}
          ${error !== undefined && html`<p class="unseen" role="alert">${texts.errorSummary} ${error}</p>`}
          <h1>${heading}</h1>
          ${main}
        </main>
      </body>
    </html> `;
}

/** A form of the session's; `main` has the fields and buttons. */
export function form(action: string, main: Part, { session }: Frame, id?: string): Html {
  return html`<form method="post" action="${action}" novalidate${attributes({ id })}>
    <input type="hidden" name="session" value="${session?.sessionId ?? ''}" />
    <input type="hidden" name="form" value="${session?.formToken ?? ''}" />
    ${main}
  </form>`;
}

/** Leads to the first page, to enter another number; nothing changes until it is sent. */
export function numberLink(text: string, { here }: Frame): Html {
  return html`<a class="quiet" href="${here}&step=number">${text}</a>`;
}

/** The way out: a plain link to where the person came from. */
export function wayBack({ session, texts }: Frame): Html | undefined {
  return session === undefined
    ? undefined
    : html`<a class="quiet" href="${session.returnUrl}">${texts.back}</a>`;
}

/** Buttons and links of less weight, below the main one. */
export function others(...parts: readonly Part[]): Html {
  return html`<div class="others">${parts}</div>`;
}
