import type { Browser } from 'playwright-core';

import type { LocalPages } from '../../scripts/hosted-page/local-pages';
import { launchBrowser } from '../support/browser';
import { scaleAfterPinch } from '../support/pinch';
import { newVisitor, servePages } from './web-visitor';

describe('the width of the hosted page', () => {
  let pages: LocalPages;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.stop();
  });

  test('keeps the picker within a window that became narrower', async () => {
    const options = { viewport: { width: 1280, height: 800 } };
    const { page, context, url } = await newVisitor(pages, browser, 'gil', { options });
    await page.goto(url);
    await page.locator('.iti__selected-country').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('.iti__selected-country').click();
    const list = await page.locator('.iti__country-selector').boundingBox();
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(list?.width).toBeGreaterThan(200);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await context.close();
  });

  test('lets two fingers make it larger', async () => {
    const options = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
    const { page, context, url } = await newVisitor(pages, browser, 'jil', { options });
    await page.goto(url);
    expect(await scaleAfterPinch(page)).toBeGreaterThan(1.5);
    await context.close();
  });

  test.each(['en', 'es', 'de', 'fr'])(
    'is what the window has, from 320 to 1280 pixels: %s',
    async (locale) => {
      const { page, context, url } = await newVisitor(pages, browser, `wide-${locale}`, {
        fields: { locale },
      });
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(page.url() === 'about:blank' ? url : page.url());
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
      }
      await context.close();
    },
  );
});

/** Buttons, links and fields that a finger would miss: less than 44 pixels high. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, a, input:not([type=hidden]), select')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML)`;
