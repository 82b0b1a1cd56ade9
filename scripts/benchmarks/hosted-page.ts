import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../hosted-page/launch-browser';
import type { LocalPages } from '../hosted-page/local-pages';
import { APPLICATION_ORIGIN, openLocalPages } from '../hosted-page/local-pages';
import type { Figure } from './figure';
import { percentile } from './figure';

/** As slow as a cheap phone, beside this computer. */
const SLOWER = 4;
const LOADS = 5;

/** What one load of the first page costs. */
interface Load {
  /** Kilobytes, gzipped, of everything that came: also of what the page asks for once it can be used. */
  readonly kilobytes: number;
  /** Milliseconds until the page can be used: its script has run, and the number can be typed. */
  readonly usable: number;
}

/** The first page in a browser without anything in its cache, on a processor that is four times slower. */
export async function hostedPage(projectDirectory: string): Promise<Figure[]> {
  const pages = await openLocalPages({ projectDirectory, variables: { OTP_ALLOWED_COUNTRIES: '*' } });
  const browser = await launchBrowser();
  try {
    const loads: Load[] = [];
    for (let count = 0; count < LOADS; count += 1) loads.push(await load(pages, browser, count));
    const [kilobytes, usable] = [loads.map((each) => each.kilobytes), loads.map((each) => each.usable)];
    return [
      { name: 'first load, gzipped', value: percentile(kilobytes, 0.5), unit: 'kB', aim: { atMost: 120 } },
      {
        name: 'usable, CPU x4 slower, median',
        value: percentile(usable, 0.5),
        unit: 'ms',
        aim: { atMost: 1000 },
      },
    ];
  } finally {
    await browser.close();
    await pages.stop();
  }
}

async function load(pages: LocalPages, browser: Browser, count: number): Promise<Load> {
  const { body } = await pages.askAsServer('/web/session', {
    userId: `bench-${String(count)}`,
    returnUrl: APPLICATION_ORIGIN,
  });
  const context = await browser.newContext({ proxy: { server: pages.proxyUrl }, ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const bytes = countBytes(page);
    await page.goto(String(body['url']), { waitUntil: 'networkidle' });
    // The script hides the plain list of countries as its last act.
    await page.locator('.iti__selected-country').waitFor();
    const usable = Number(await page.evaluate(USABLE_AT));
    return { kilobytes: (await bytes()) / 1000, usable };
  } finally {
    await context.close();
  }
}

/** Since the last redirect: what leads to the page is the network's time, which here is none. */
const USABLE_AT = `performance.getEntriesByType('mark').find(({ name }) => name === 'usable').startTime
  - performance.getEntriesByType('navigation')[0].fetchStart`;

/** Sums up responses as they would travel from Twilio, which compresses them. */
function countBytes(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.status() === 200) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
