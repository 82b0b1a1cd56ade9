import type { Page } from 'playwright-core';

export { launchBrowser } from '../../scripts/hosted-page/launch-browser';

/** What went wrong on a page, and where its requests went. */
export interface PageTroubles {
  /** Exceptions, and errors on the console; a violated Content-Security-Policy is one. */
  readonly errors: readonly string[];
  /** Requests to another origin. */
  readonly foreignRequests: readonly string[];
}

/** Watches a page from now on; open it afterwards. `origin`: `http://127.0.0.1:4040`. */
export function watchPage(page: Page, origin: string): PageTroubles {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) foreignRequests.push(request.url());
  });
  return { errors, foreignRequests };
}
