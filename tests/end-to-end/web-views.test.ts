import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { listCountries } from '../../functions/lib/web/countries-list.private';
import type { Frame } from '../../functions/lib/web/pages/layout.private';
import { renderView } from '../../functions/lib/web/pages/render-view.private';
import { LANGUAGES } from '../../functions/lib/web/texts/languages.private';
import type { View } from '../../functions/lib/web/visit.private';
import { axeProblems } from '../support/axe';
import { launchBrowser } from '../support/browser';

const STYLE = readFileSync(path.resolve(__dirname, '../../assets/web.css'), 'utf8');
const MASKED = '+1******0100';

/** Every page, each with everything on it. */
const VIEWS = {
  number: {
    kind: 'number',
    typed: { country: 'US', number: '12' },
    error: { field: 'number', text: 'Enter your phone number.' },
  },
  'given-number': { kind: 'given-number', masked: MASKED, error: { field: 'number', text: 'Too soon.' } },
  code: {
    kind: 'code',
    masked: MASKED,
    channel: 'sms',
    order: 1,
    nextSendSeconds: 30,
    mayCall: true,
    error: { field: 'code', text: 'That code is not right.' },
  },
  done: { kind: 'done', masked: MASKED, proof: 'a.b.c' },
  already: { kind: 'already', masked: MASKED },
  'code-expired': { kind: 'code-expired', masked: MASKED, error: { field: 'number', text: 'Too soon.' } },
  locked: { kind: 'locked', masked: MASKED, error: { field: 'number', text: 'Too soon.' } },
  'too-many': { kind: 'too-many', seconds: 90 },
  country: { kind: 'country', country: 'IT', typed: { country: 'US', number: '+39 312 345 6789' } },
  'session-expired': { kind: 'session-expired' },
  outdated: { kind: 'outdated' },
  'link-used': { kind: 'link-used' },
  unknown: { kind: 'unknown' },
  cookies: { kind: 'cookies', link: '/web/start?token=x' },
  stale: { kind: 'stale' },
  unavailable: { kind: 'unavailable' },
} as const satisfies { readonly [Kind in View['kind']]: Extract<View, { readonly kind: Kind }> | View };

const FRAME: Frame = {
  language: 'en',
  texts: LANGUAGES.en,
  brandName: 'Example Bank',
  assets: { script: '', style: '', icon: '' },
  countries: () => ({ all: listCountries(['US', 'ES'], 'en'), first: 'US' }),
  here: '/web/verify?session=ws_x',
  session: { sessionId: 'ws_x', formToken: 'token', returnUrl: 'https://app.example.com/return' },
};

describe('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('has nothing for axe to find, in light and in dark', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const found: Record<string, readonly string[]> = {};
    for (const [name, view] of Object.entries(VIEWS)) {
      await page.setContent(renderView(view, FRAME));
      await page.addStyleTag({ content: STYLE });
      found[name] = await axeProblems(page);
    }
    await page.close();
    expect(found).toEqual(Object.fromEntries(Object.keys(VIEWS).map((name) => [name, []])));
  });
});
