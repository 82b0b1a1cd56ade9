import { axeProblems } from '../support/axe';
import { scaleAfterPinch } from '../support/pinch';
import type { PhonePageStage } from './phone-page-stage';
import { CALLER, setUpPhonePage, Visitor } from './phone-page-stage';

const EVIL = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

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

  test('gives axe nothing to find, in light and in dark', async () => {
    const { page } = visitor;
    await visitor.toCode();
    expect(await axeProblems(page)).toEqual([]);
    await visitor.tab('Log');
    await page.locator('.log-row summary').first().click();
    expect(await axeProblems(page)).toEqual([]);
    await visitor.tab('Break something');
    await page.getByRole('switch', { name: 'Fraud Guard steps in' }).click();
    await page.locator('.broken').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('switch', { name: 'Fraud Guard steps in' }).click();
    await visitor.tab('Phone');
    await visitor.hangUp();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('fits from 360 to 1440 pixels on every tab', async () => {
    const { page } = visitor;
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.reload();
      for (const tab of ['Phone', 'Log', 'Break something']) {
        await visitor.tab(tab);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    }
  });

  test('lets two fingers make it larger', async () => {
    const viewport = { width: 360, height: 640 };
    const phone = await stage.browser.newContext({ viewport, isMobile: true, hasTouch: true });
    const page = await phone.newPage();
    await page.goto(stage.phonePage.url);
    await page.getByRole('tab', { name: 'Log' }).click();
    expect(await scaleAfterPinch(page)).toBeGreaterThan(1.5);
    await phone.close();
  });

  test('remembers the colours that somebody chose', async () => {
    const { page } = visitor;
    const theme = (): Promise<unknown> => page.evaluate('document.documentElement.dataset.theme');
    await page.getByRole('button', { name: 'Colours: as the system' }).click();
    await page.getByRole('button', { name: 'Colours: light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Colours: dark' }).waitFor();
    expect(await theme()).toBe('dark');
  });

  test('shows markup of flows, messages and numbers as text', async () => {
    const { page } = visitor;
    await greetWith(EVIL);
    await page.locator('.frame text').getByText('<img src=x').first().waitFor();
    await page.getByLabel('From', { exact: true }).fill(EVIL);
    await visitor.call();
    await page.getByRole('alert').getByText('<img').waitFor();
    await page.getByLabel('From', { exact: true }).fill(CALLER);
    await visitor.call();
    await visitor.said('<img src=x').waitFor();
    await stage.local.client().messages.create({ from: '+14155550199', to: CALLER, body: EVIL });
    await page.locator('.message').getByText('<img src=x').first().waitFor();
    await visitor.hangUp();
    expect(await page.title()).toBe('Phone verification, local');
    expect(await page.locator('img').count()).toBe(1);
  });

  /** Publishes the flow behind the number with another greeting. */
  async function greetWith(text: string): Promise<void> {
    const { flows } = stage.local.client().studio.v2;
    for (const { sid } of await flows.list()) {
      const { definition } = await flows(sid).fetch();
      const written = JSON.stringify(definition);
      const changed = written.replace('Hello, and thank you', JSON.stringify(text).slice(1, -1));
      if (changed === written) continue;
      await flows(sid).update({ status: 'published', definition: JSON.parse(changed) as object });
    }
  }
});
