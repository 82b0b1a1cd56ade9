import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { type LocalTwilio, startLocalTwilio } from '../../scripts/emulator/local-twilio';
import { type WatchedCalls, watchCalls } from '../../scripts/phone-page/server/watch-calls';
import { type PhonePage, startPhonePage } from '../../scripts/phone-page/start-phone-page';
import { launchBrowser, type PageTroubles, watchPage } from '../support/browser';
import { deployBuilt } from './deploy-built';

/** Who calls and who answers. */
export const CALLER = '+14155550100';
const IVR = '+14155550199';

/** Whatever waits for something to skip shows how long it is. */
const SKIP = { selector: '.skip:enabled', text: /Skip \d/ } as const;

/** The product on a local Twilio, its phone page, and a browser. */
export interface PhonePageStage {
  readonly local: LocalTwilio;
  readonly calls: WatchedCalls;
  readonly phonePage: PhonePage;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** Starts all of it, once for a file of tests. */
export async function setUpPhonePage(): Promise<PhonePageStage> {
  const local = await startLocalTwilio({ clock: 'steered', buildMilliseconds: 0 });
  await deployBuilt(local);
  const setting = { ivrNumber: IVR, ownNumber: CALLER, restUrl: local.url };
  const calls = watchCalls(local.dial);
  const phonePage = await startPhonePage({ local, calls, setting });
  const browser = await launchBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await phonePage.stop();
    await local.stop();
  };
  return { local, calls, phonePage, browser, stop };
}

/** A person in front of the page. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly troubles: PageTroubles;
  readonly #local: LocalTwilio;

  private constructor(local: LocalTwilio, context: BrowserContext, page: Page, origin: string) {
    this.#local = local;
    this.context = context;
    this.page = page;
    this.troubles = watchPage(page, origin);
  }

  /** Opens the page in a window of its own, with nothing remembered. */
  static async open({ local, phonePage, browser }: PhonePageStage): Promise<Visitor> {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport });
    const visitor = new Visitor(local, context, await context.newPage(), phonePage.url);
    await visitor.page.goto(phonePage.url);
    await visitor.page.locator('.frame svg').waitFor();
    return visitor;
  }

  /** Closes the window; no error may have happened in it, and no request have gone elsewhere. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.troubles).toEqual({ errors: [], foreignRequests: [] });
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name }).click();
  }

  call(): Promise<void> {
    return this.page.getByRole('button', { name: /^Call/ }).click();
  }

  said(text: string): Locator {
    return this.page.locator('.transcript').getByText(text).first();
  }

  /** The card of the widget that the call is at. */
  widget(name: string): Locator {
    return this.page.locator(`.frame g.current[data-widget="${name}"]`);
  }

  skip(): Promise<void> {
    return this.#skippable().click();
  }

  /** Waits for the greeting, and skips to where the flow goes on. */
  async throughGreeting(): Promise<void> {
    await this.said('Hello, and thank').waitFor();
    await this.skip();
  }

  /** Calls, and skips to where the IVR asks for the code. */
  async toCode(): Promise<void> {
    await this.call();
    await this.throughGreeting();
    await this.widget('ask_code').waitFor();
  }

  /** Skips every wait until the call is over. */
  async toEnd(): Promise<void> {
    const verdict = this.page.locator('.verdict');
    await verdict.or(this.#skippable()).first().waitFor();
    while (!(await verdict.isVisible())) {
      // A wait may end by itself before the hand is there.
      await this.skip().catch(() => undefined);
      await verdict.or(this.#skippable()).first().waitFor();
    }
  }

  async hangUp(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.verdict').waitFor();
  }

  /** The code that was texted last. */
  newestCode(): string {
    return /\d{6}/.exec(this.#local.inbox(CALLER)[0]?.body ?? '')?.[0] ?? '';
  }

  /** A code of six digits that it is not. */
  wrongCode(): string {
    return this.newestCode().replace(/.$/, (last) => String((Number(last) + 1) % 10));
  }

  #skippable(): Locator {
    return this.page.locator(SKIP.selector, { hasText: SKIP.text });
  }
}
