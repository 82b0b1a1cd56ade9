import type { Browser } from 'playwright-core';

import type { LocalPages } from '../../scripts/hosted-page/local-pages';
import { axeProblems } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { scaleAfterPinch } from '../support/pinch';
import { askForCode, newVisitor, servePages } from './web-visitor';

describe('the looks of the hosted page', () => {
  let pages: LocalPages;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.stop();
  });

  test('keep the picker within a window that became narrower', async () => {
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

  test('let two fingers make it larger', async () => {
    const options = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
    const { page, context, url } = await newVisitor(pages, browser, 'jil', { options });
    await page.goto(url);
    expect(await scaleAfterPinch(page)).toBeGreaterThan(1.5);
    await context.close();
  });

  test('give axe nothing to find, in light and in dark', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'axe');
    const problems: string[] = [];
    const look = async (): Promise<void> => void problems.push(...(await axeProblems(page)));
    await page.goto(url);
    await page.locator('.iti__selected-country').click();
    await look();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await look();
    await askForCode(page, '4155550103');
    await look();
    await page.locator('#code').fill('000000');
    await page.keyboard.press('Enter');
    await page.locator('#code-error').waitFor();
    await look();
    await pages.local.wait(301_000);
    await page.reload();
    await page.goto(page.url());
    await look();
    const stranger = await newVisitor(pages, browser, 'stranger');
    await stranger.page.goto(url);
    problems.push(...(await axeProblems(stranger.page)));
    await stranger.context.close();
    await context.close();
    expect(problems).toEqual([]);
  });

  test.each(['en', 'es', 'de', 'fr'])('fit into windows of 320 to 1280 pixels: %s', async (locale) => {
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
  });
});

/** Buttons, links and fields that a finger would miss: less than 44 pixels high. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, a, input:not([type=hidden]), select')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML)`;
