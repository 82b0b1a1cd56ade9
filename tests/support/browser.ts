import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/**
 * A headless Chromium for tests: the one that CHROMIUM names, the system's, or the one of `@sparticuz/chromium`. Close it
 * when the tests are over.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  const installed = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args });
  const packaged = (await import('@sparticuz/chromium')).default;
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: [...packaged.args, ...args] });
}

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
