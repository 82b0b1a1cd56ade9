import { useQuietRuntime } from '../fakes/invoke-otp';
import { createWebWorld, get, heading, newBrowser, open, post, sessionFor, submit } from '../fakes/web-world';
import type { FakeBrowser, WebWorld } from '../fakes/web-world';

useQuietRuntime();

async function opened(world: WebWorld, fields: object = {}): Promise<FakeBrowser> {
  const browser = newBrowser();
  await open(world, browser, (await sessionFor(world, 'user', fields)).token);
  return browser;
}

const us = (number: string) => ({ country: 'US', number });

describe('the page for the number', () => {
  test.each([
    ['', 'Enter your phone number.'],
    ['12', 'This is not a complete phone number.'],
    ['415 555 0100 ext 7', 'This is not a complete phone number.'],
    ['anonymous', 'This is not a complete phone number.'],
  ])('says what is wrong with %j, beside the field', async (number, text) => {
    const world = createWebWorld();
    const browser = await opened(world);
    const page = await submit(world, browser, 'number', us(number));
    expect(page.text).toContain(`<p class="error" id="number-error">${text}`);
    expect(page.text).toContain('aria-invalid="true"');
    expect(page.text).toContain('aria-describedby="number-error"');
    expect(world.texts).toHaveLength(0);
  });

  test.each([
    ['US', '+34 612 34 56 78', '+34612345678'],
    ['US', '0034 612345678', '+34612345678'],
    ['ES', '612345678', '+34612345678'],
    ['US', '(415) 555-0100', '+14155550100'],
    ['ES', '+14155550100', '+14155550100'],
  ])('with %s chosen reads %s', async (country, number, e164) => {
    const world = createWebWorld();
    const browser = await opened(world);
    await submit(world, browser, 'number', { country, number });
    expect(world.texts.map(({ to }) => to)).toEqual([e164]);
  });

  test('names the country that is not served, and keeps what was typed', async () => {
    const world = createWebWorld();
    const browser = await opened(world);
    const page = await submit(world, browser, 'number', { country: 'ES', number: '+33 6 12 34 56 78' });
    expect(heading(page)).toBe('We cannot text this country');
    expect(page.text).toContain('France');
    expect(page.text).toContain('value="+33 6 12 34 56 78"');
    expect(page.text).toMatch(/<option value="ES"\s+selected>/);
    expect(heading(await submit(world, browser, 'number', us('4155550100')))).toBe('Enter the code');
  });

  test('names the country of a number that may not be texted any more', async () => {
    const world = createWebWorld();
    const browser = await opened(world, { phoneNumber: '+14155550100' });
    const { settings } = createWebWorld({ OTP_ALLOWED_COUNTRIES: 'ES' }).tools();
    const later = { ...world, tools: () => ({ ...world.tools(), settings }) };
    const page = await submit(later, browser, 'number');
    expect(heading(page)).toBe('We cannot text this country');
    expect(page.text).toContain('United States');
    expect(page.text).not.toContain('4155550100');
  });

  test('shows a number that the application named only masked', async () => {
    const world = createWebWorld();
    const browser = await opened(world, { phoneNumber: '+14155550100' });
    expect(browser.text).toContain('0100');
    expect(browser.text).not.toContain('4155550100');
    expect(heading(await submit(world, browser, 'number'))).toBe('Enter the code');
    expect(world.texts.map(({ to }) => to)).toEqual(['+14155550100']);
  });

  test('lists the countries that are served, the first one chosen', async () => {
    const { text } = await opened(createWebWorld({ WEB_COUNTRY: 'ES' }));
    expect([...text.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code)).toEqual(['ES', 'US']);
    expect(text).toMatch(/<option value="ES"\s+selected>\s*Spain \(\+34\)/);
  });
});

describe('the limits of the pages', () => {
  test('end a session that asks for too many codes', async () => {
    const world = createWebWorld({ WEB_SESSION_TEXTS: '2' });
    const browser = await opened(world);
    const headings = [];
    for (const number of ['4155550100', '4155550101', '4155550102']) {
      await get(world, browser, 'verify', { step: 'number' });
      headings.push(heading(await submit(world, browser, 'number', us(number))));
    }
    expect(headings).toEqual(['Enter the code', 'Enter the code', 'Too many codes']);
    expect(world.texts).toHaveLength(2);
  });

  test('hold for numbers that differ in the last digits, over all sessions', async () => {
    const world = createWebWorld({ WEB_LIMIT_PER_PREFIX: '2' });
    const headings = [];
    for (const number of ['4155550100', '4155550101', '4155550102', '4155650100']) {
      headings.push(heading(await submit(world, await opened(world), 'number', us(number))));
    }
    expect(headings).toEqual(['Enter the code', 'Enter the code', 'Too many codes', 'Enter the code']);
  });

  test('hold for an address, where a header is trusted to name it', async () => {
    const world = createWebWorld({ WEB_LIMIT_PER_IP: '1', WEB_CLIENT_IP_HEADER: 'X-Client-Address' });
    const statuses = [];
    for (const [number, address] of [
      ['4155550100', '192.0.2.1'],
      ['4155550101', '192.0.2.1'],
      ['4155550102', '192.0.2.2'],
    ] as const) {
      const headers = { 'x-client-address': address };
      statuses.push((await post(world, await opened(world), 'number', us(number), { headers })).status);
    }
    expect(statuses).toEqual([303, 429, 303]);
    expect(world.sync.everything()).not.toContain('192.0.2');
  });
});

describe('a page with a challenge', () => {
  const settings = {
    WEB_CHALLENGE: 'turnstile',
    WEB_CHALLENGE_SITE_KEY: 'site-key',
    WEB_CHALLENGE_SECRET: 'the-secret',
  };

  test('shows it, and sends nothing without an answer', async () => {
    const world = createWebWorld(settings);
    const browser = await opened(world);
    expect(browser.text).toContain('data-sitekey="site-key"');
    expect(browser.text).not.toContain('the-secret');
    const page = await submit(world, browser, 'number', us('4155550100'));
    expect(page.text).toContain('We could not tell that you are a person.');
    expect(world.texts).toHaveLength(0);
  });

  test('may load from its origin, and from no other', async () => {
    const world = createWebWorld(settings);
    const { headers } = await get(world, await opened(world), 'verify');
    const policy = String(headers['Content-Security-Policy']);
    expect(policy).toContain("script-src 'self' https://challenges.cloudflare.com;");
    expect(policy).toContain('frame-src https://challenges.cloudflare.com;');
  });
});

describe('the language of a page', () => {
  test.each([
    ['es', undefined, 'es', 'Su número de teléfono'],
    ['de-AT', 'fr', 'de', 'Ihre Telefonnummer'],
    [undefined, 'nl, fr;q=0.8, en;q=0.9', 'en', 'Your phone number'],
    [undefined, 'fr-CH', 'fr', 'Votre numéro de téléphone'],
    ['ja', 'de', 'de', 'Ihre Telefonnummer'],
    [undefined, undefined, 'en', 'Your phone number'],
  ])('for locale %s and %s is %s', async (locale, accepted, language, title) => {
    const world = createWebWorld();
    const browser = await opened(world, locale === undefined ? {} : { locale });
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    const page = await get(world, browser, 'verify', {}, { headers });
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(heading(page)).toBe(title);
  });
});
