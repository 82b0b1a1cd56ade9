import { launchBrowser } from '../../../scripts/hosted-page/launch-browser';

const NOWHERE = '/nowhere/chromium';

describe('launchBrowser', () => {
  test('starts the packaged browser where the system has none', async () => {
    const browser = await launchBrowser('', NOWHERE);
    const page = await browser.newPage();
    await page.setContent('<title>One</title><script>document.title += "+1"</script>');
    expect(await page.title()).toBe('One+1');
    await browser.close();
  });

  test('refuses a browser that is named and not there', async () => {
    await expect(launchBrowser(NOWHERE)).rejects.toThrow(
      `Cannot start the browser "${NOWHERE}" that CHROMIUM names: there is no such file.`,
    );
  });
});
