import type { Browser, Page } from 'playwright-core';

import type { LocalPages } from './local-pages';
import { APPLICATION_ORIGIN } from './local-pages';

/** What came of a walk. */
export interface Walk {
  /** What the application knows afterwards, from `GET /web/session`. */
  readonly session: Readonly<Record<string, unknown>>;
  /** The claims of the proof token that the application got, unchecked; undefined when it got none. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
}

/** Whose number it is: reserved for fiction. */
const [NATIONAL, E164] = ['4155550100', '+14155550100'];

/**
 * Walks from the application to the confirmed number and back, with one wrong code, as a person with a browser does. `tell` is told
 * of each step.
 */
export async function walk(pages: LocalPages, browser: Browser, tell: (step: string) => void): Promise<Walk> {
  const returnUrl = `${APPLICATION_ORIGIN}/phone/return`;
  const made = await pages.askAsServer('/web/session', { userId: 'user-1', returnUrl });
  tell(`The application makes a session: ${String(made.body['sessionId'])}`);
  const context = await browser.newContext({
    proxy: { server: pages.proxyUrl },
    ignoreHTTPSErrors: true,
    locale: 'en-US',
  });
  try {
    let proof: string | null = null;
    await context.route(`${APPLICATION_ORIGIN}/**`, (route, request) => {
      proof = new URLSearchParams(request.postData() ?? '').get('proof');
      return route.fulfill({ contentType: 'text/html', body: '<title>Application</title>' });
    });
    const page = await context.newPage();
    await page.goto(String(made.body['url']));
    await confirmNumber(page, pages, tell);
    await page.waitForURL(returnUrl);
    tell(`The browser is back at ${returnUrl}`);
    const { body } = await pages.askAsServer(`/web/session?sessionId=${String(made.body['sessionId'])}`);
    return { session: body, claims: claimsOf(proof) };
  } finally {
    await context.close();
  }
}

async function confirmNumber(page: Page, pages: LocalPages, tell: (step: string) => void): Promise<void> {
  const told = async (): Promise<void> => tell(`"${(await page.locator('h1').textContent()) ?? ''}"`);
  await told();
  await page.locator('#number').pressSequentially(NATIONAL);
  await page.locator('#number-form button.main').click();
  await page.locator('#code').waitFor();
  await told();
  await enter(page, '000000');
  tell(`"${(await page.locator('#code-error').textContent()) ?? ''}"`);
  await enter(page, /\b\d{4,10}\b/.exec(pages.local.inbox(E164)[0]?.body ?? '')?.[0] ?? '');
  await page.locator('#return-form').waitFor();
  await told();
}

async function enter(page: Page, code: string): Promise<void> {
  await page.locator('#code').fill(code);
  await page.locator('#code-form button.main').click();
}

function claimsOf(proof: string | null): Walk['claims'] {
  if (proof === null) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString());
  return Object.fromEntries(Object.entries(Object(claims) as object));
}
