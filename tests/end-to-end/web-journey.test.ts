import type { Browser } from 'playwright-core';

import type { LocalPages } from '../../scripts/hosted-page/local-pages';
import { launchBrowser } from '../support/browser';
import { askForCode, codeFor, newVisitor, servePages } from './web-visitor';

describe('the hosted page in a browser', () => {
  let pages: LocalPages;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.stop();
  });

  test('takes a person from the link to the application, slips included', async () => {
    const visitor = await newVisitor(pages, browser, 'ann');
    const { page } = visitor;
    await page.goto(visitor.url);
    expect(page.url()).toBe(`${pages.origin}/web/verify?session=${visitor.sessionId}`);
    await page.locator('#number').fill('415');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page.getByText('This is not a complete phone number.').first().waitFor();
    await page.waitForFunction("document.activeElement.id === 'number'");
    await page.locator('#number').fill('');
    await page.locator('#number').pressSequentially('4155550100');
    expect(await page.locator('#number').inputValue()).toBe('415-555-0100');
    await page.getByRole('button', { name: 'Text me a code' }).dblclick();
    await page.locator('#code').waitFor();
    expect(pages.local.inbox('+14155550100')).toHaveLength(1);

    await page.locator('#code').fill('000000');
    await page.keyboard.press('Enter');
    await page.locator('#code-error').waitFor();
    await page.waitForFunction("document.activeElement.id === 'code'");
    const code = codeFor(pages, '+14155550100');
    await page.locator('#code').fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    await page.getByText('We are taking you back.').waitFor();
    await page.waitForURL('https://app.example.com/return');

    const [form] = visitor.returned;
    expect(form?.get('sessionId')).toBe(visitor.sessionId);
    expect(form?.get('status')).toBe('confirmed');
    const claims: unknown = JSON.parse(
      Buffer.from(form?.get('proof')?.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({ iss: pages.origin, aud: 'local', purpose: `web:${visitor.sessionId}` });

    await page.goBack();
    await page.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    expect(await page.getByText('We are taking you back.').count()).toBe(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('https://app.example.com/return');
    expect(visitor.returned).toHaveLength(2);
    expect(visitor.troubles.errors).toEqual([]);
    expect(
      visitor.troubles.foreignRequests.filter((url) => !url.startsWith('https://app.example.com')),
    ).toEqual([]);
    await visitor.context.close();
  });

  test('counts down to the next text as the server does', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'bob');
    await page.clock.install();
    await page.goto(url);
    await askForCode(page, '4155550101');
    const again = page.getByRole('button', { name: 'Send the code again' });
    await page.getByText(/sent again in 0:(30|29|28)/).waitFor();
    expect(await again.isDisabled()).toBe(true);
    await page.clock.fastForward(31_000);
    expect(await again.isEnabled()).toBe(true);
    await pages.local.wait(31_000);
    await again.click();
    await page.getByText('The code is on its way again.').waitFor();
    await page.getByText(/sent again in 0:(40|39|38)/).waitFor();
    await pages.local.wait(41_000);
    await page.clock.fastForward(41_000);
    await page.getByRole('button', { name: 'Call me instead' }).click();
    await page.getByText('We are calling you now.').waitFor();
    await context.close();
  });

  test('works in two tabs, with the back button, and after the code has expired', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'cat');
    await page.goto(url);
    await askForCode(page, '4155550102');
    await page.goBack();
    await page.goForward();
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.getByRole('heading', { name: 'Enter the code' }).waitFor();
    await pages.local.wait(301_000);
    await page.locator('#code').fill('123456');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'The code has expired' }).waitFor();
    await page.getByRole('button', { name: 'Text me a new code' }).click();
    await page.locator('#code').fill(codeFor(pages, '+14155550102'));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    await tab.reload();
    await tab.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    await context.close();
  });

  test('keeps two links in two tabs apart', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'hal');
    const other = await newVisitor(pages, browser, 'ida');
    await page.goto(url);
    await askForCode(page, '4155550106');
    const tab = await context.newPage();
    await tab.goto(other.url);
    await askForCode(tab, '4155550107');
    for (const [shown, number] of [
      [page, '+14155550106'],
      [tab, '+14155550107'],
    ] as const) {
      await shown.reload();
      await shown.locator('#code').fill(codeFor(pages, number));
      await shown.getByRole('button', { name: 'Confirm' }).click();
      await shown.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    }
    await other.context.close();
    await context.close();
  });

  test('can be used by keyboard alone, the picker of countries too', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'dan');
    await page.goto(url);
    await page.locator('.iti__selected-country').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Spa');
    await page.locator('.iti__highlight', { hasText: 'Spain' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('612345678');
    await page.keyboard.press('Enter');
    await page.locator('#code:focus').waitFor();
    await page.keyboard.type(codeFor(pages, '+34612345678'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
    await context.close();
  });

  test('says which country is not served', async () => {
    const { page, context, url } = await newVisitor(pages, browser, 'fay');
    await page.goto(url);
    await page.locator('.iti__selected-country').waitFor();
    await page.locator('#number').fill('+39 312 345 6789');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page.getByRole('heading', { name: 'We cannot text this country' }).waitFor();
    await page.getByText('Italy').waitFor();
    expect(await page.locator('#number').inputValue()).toBe('+39 312 345 6789');
    await page.locator('#number').fill('');
    await askForCode(page, '4155550105');
    await context.close();
  });

  test('works without JavaScript', async () => {
    const options = { javaScriptEnabled: false };
    const { page, context, url, returned } = await newVisitor(pages, browser, 'eve', { options });
    await page.goto(url);
    await page.getByLabel('Country or region').selectOption('DE');
    await page.getByLabel('Phone number').fill('0151 23456789');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page.getByRole('button', { name: 'Send the code again' }).click();
    await page
      .getByText(/another one sent in \d+ seconds/)
      .first()
      .waitFor();
    await page.getByLabel('Code', { exact: true }).fill(codeFor(pages, '+4915123456789'));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    expect(returned).toHaveLength(1);
    await context.close();
  });
});
