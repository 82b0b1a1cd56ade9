import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

import type { LocalPages } from '../../scripts/hosted-page/local-pages';
import { APPLICATION_ORIGIN, openLocalPages } from '../../scripts/hosted-page/local-pages';
import type { PageTroubles } from '../support/browser';
import { watchPage } from '../support/browser';

const projectDirectory = path.resolve(__dirname, '../..');

/** Somebody with a browser of their own, sent by the application. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly sessionId: string;
  /** The link that the application sent them to. */
  readonly url: string;
  readonly troubles: PageTroubles;
  /** Forms that the application got back, oldest first. */
  readonly returned: readonly URLSearchParams[];
}

/** Serves the pages from the build that Jest has made once for all tests. */
export function servePages(variables: Readonly<Record<string, string>> = {}): Promise<LocalPages> {
  const builtDirectory = path.join(projectDirectory, 'dist');
  const countries = { OTP_ALLOWED_COUNTRIES: 'US,ES,DE,FR,GB' };
  return openLocalPages({ projectDirectory, builtDirectory, variables: { ...countries, ...variables } });
}

/** Makes a session, and a browser that has opened nothing yet. */
export async function newVisitor(
  { askAsServer, proxyUrl, origin }: LocalPages,
  browser: Browser,
  userId: string,
  { fields = {}, options = {} }: { readonly fields?: object; readonly options?: BrowserContextOptions } = {},
): Promise<Visitor> {
  const { body } = await askAsServer('/web/session', {
    userId,
    returnUrl: `${APPLICATION_ORIGIN}/return`,
    ...fields,
  });
  const context = await browser.newContext({
    proxy: { server: proxyUrl },
    ignoreHTTPSErrors: true,
    ...options,
  });
  const returned: URLSearchParams[] = [];
  await context.route(`${APPLICATION_ORIGIN}/**`, (route, request: Request) => {
    returned.push(new URLSearchParams(request.postData() ?? ''));
    return route.fulfill({
      contentType: 'text/html',
      body: '<title>Application</title><h1>Welcome back</h1>',
    });
  });
  const page = await context.newPage();
  const troubles = watchPage(page, origin);
  return {
    page,
    context,
    troubles,
    returned,
    sessionId: String(body['sessionId']),
    url: String(body['url']),
  };
}

/** The code in the newest text to a number. */
export function codeFor({ local }: LocalPages, number: string): string {
  return /\b\d{6}\b/.exec(local.inbox(number)[0]?.body ?? '')?.[0] ?? '';
}

/** Types a national number and asks for a code. */
export async function askForCode(page: Page, number: string): Promise<void> {
  await page.locator('#number').pressSequentially(number);
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.locator('#code').waitFor();
}
