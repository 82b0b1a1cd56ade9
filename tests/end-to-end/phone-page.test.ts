import type { PhonePageStage } from './phone-page-stage';
import { setUpPhonePage, Visitor } from './phone-page-stage';

describe('the phone page', () => {
  let stage: PhonePageStage;
  let visitor: Visitor;

  beforeAll(async () => {
    stage = await setUpPhonePage();
  });
  afterAll(() => stage.stop());
  beforeEach(async () => {
    visitor = await Visitor.open(stage);
  });
  afterEach(() => visitor.leave());

  test('verifies a caller who keys in the code, on the keyboard', async () => {
    const { page } = visitor;
    await page.keyboard.press('Enter');
    await visitor.throughGreeting();
    await visitor.widget('ask_code').waitFor();
    const code = visitor.newestCode();
    await page.locator('.message').first().getByText(code).first().waitFor();
    await page.keyboard.type(`${code}#`);
    await visitor.widget('say_approved').waitFor();
    await visitor.toEnd();
    await page.locator('.verdict.good').getByText('Verified', { exact: true }).waitFor();
    expect(await page.locator('.frame path.taken').count()).toBeGreaterThan(8);
    expect(await page.locator('.requests').innerText()).toMatch(/check-verify[^]*approved[^]*start-verify/);

    await visitor.tab('Log');
    const log = await page.locator('.log').innerText();
    expect(log).toMatch(/calls …99\s+approved/);
    expect(log).toContain('verify.twilio.com');
    expect(log).not.toMatch(new RegExp(`${code}|4155550100`));
    await page.locator('#log-filter').fill('verification approved');
    expect(await page.locator('.log-row:visible').count()).toBe(1);
    await page.locator('.log-row:visible summary').click();
    await page.locator('.log-row:visible').getByText('codes sent').waitFor();
  });

  test('shows a wrong code, also after a reload and in a second tab, where one hangs up', async () => {
    const { page } = visitor;
    await visitor.toCode();
    for (const key of `${visitor.wrongCode()}#`) await page.locator(`[data-key="${key}"]`).click();
    await visitor.said('That code is not right').waitFor();
    const keyed = await page.locator('.line.you').allInnerTexts();
    await page.reload();
    await visitor.widget('ask_code').waitFor();
    await visitor.said('That code is not right').waitFor();
    expect(await page.locator('.line.you').allInnerTexts()).toEqual(keyed);
    const second = await visitor.context.newPage();
    await second.goto(stage.phonePage.url);
    await second.locator('.frame g.current[data-widget="ask_code"]').waitFor();
    await second.getByRole('button', { name: /^Hang up/ }).click();
    await page.locator('.verdict.bad').getByText('The caller hung up.').waitFor();
  });

  test('copies the code of a message, and keys it in', async () => {
    const { page, context } = visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.phonePage.url });
    await visitor.toCode();
    await page.locator('.code').first().click();
    await page.locator('.code').first().getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(visitor.newestCode());
    await page.getByRole('button', { name: 'Key it in' }).first().click();
    await visitor.widget('say_approved').waitFor();
    await visitor.hangUp();
  });

  test('ends a call of three wrong codes unverified', async () => {
    const { page } = visitor;
    await visitor.toCode();
    for (let wrong = 1; wrong <= 3; wrong += 1) {
      await page.keyboard.type(`${visitor.wrongCode()}#`);
      await page
        .locator('.line.you')
        .nth(wrong - 1)
        .waitFor();
      await visitor.widget(wrong < 3 ? 'ask_code' : 'say_max_attempts_reached').waitFor();
    }
    await visitor.toEnd();
    await page.locator('.verdict.bad').getByText('Not verified: max attempts reached').waitFor();
  });

  test('breaks Verify, lets one hear it, and mends it', async () => {
    const { page } = visitor;
    await visitor.tab('Break something');
    await page.getByRole('switch', { name: 'Verify is down' }).click();
    await page.locator('.broken').getByText('Verify is down').waitFor();
    await page.getByRole('button', { name: 'Call again' }).click();
    await visitor.throughGreeting();
    await visitor.widget('say_error').waitFor();
    await visitor.toEnd();
    await page.locator('.verdict.bad').getByText('Not verified: error').waitFor();
    await visitor.tab('Break something');
    await page.getByRole('button', { name: 'Mend everything' }).click();
    await page.locator('.broken').waitFor({ state: 'hidden' });
  });

  test('puts the clock forward between calls', async () => {
    const before = stage.local.clock.now();
    await visitor.page.getByRole('button', { name: '+10 min' }).click();
    await visitor.page.locator('.ahead', { hasText: 'min' }).waitFor();
    expect(stage.local.clock.now() - before).toBeGreaterThanOrEqual(600_000);
  });

  test('says why a number cannot be called', async () => {
    await visitor.page.getByLabel('To', { exact: true }).fill('+1 415 555 0123');
    await visitor.call();
    await visitor.page.getByRole('alert').getByText('the account does not hold that number').waitFor();
  });

  test('shows a call that another phone placed', async () => {
    const dialled = stage.calls.dial({ from: 'anonymous', to: '+14155550199' });
    await visitor.said('Hello, and thank').waitFor();
    if (dialled.ok) dialled.call.hangUp();
    await visitor.page.locator('.verdict').waitFor();
  });
});
