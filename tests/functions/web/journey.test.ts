import { letPass, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { atCode, NUMBER } from '../fakes/web-people';
import { askSession, createWebWorld, get, heading, RETURN_URL, submit } from '../fakes/web-world';

useQuietRuntime();

describe('the hosted page', () => {
  test('leads from the link to the confirmed number', async () => {
    const world = createWebWorld();
    const { browser, sessionId } = await atCode(world);
    const done = await submit(world, browser, 'code', {
      code: ` ${world.code().slice(0, 3)}-${world.code().slice(3)} `,
    });
    expect(heading(done)).toBe('Your number is confirmed');
    expect(done.text).toContain(`action="${RETURN_URL}"`);
    expect(done.text).toContain(`name="sessionId" value="${sessionId}"`);
    const { body } = await askSession(world, { sessionId }, {}, false);
    expect(body).toMatchObject({
      status: 'confirmed',
      phoneNumber: '+1******0100',
      phoneNumberConfirmed: true,
      confirmedAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  test('counts wrong codes down, locks, and offers a new code', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const first = await submit(world, browser, 'code', { code: wrongCode(world) });
    expect(first.text).toContain('You have 2 tries left.');
    const second = await submit(world, browser, 'code', { code: wrongCode(world) });
    expect(second.text).toContain('You have one try left.');
    const locked = await submit(world, browser, 'code', { code: wrongCode(world) });
    expect(heading(locked)).toBe('Too many wrong codes');
    await letPass(world, 31_000);
    const again = await submit(world, browser, 'number');
    expect(heading(again)).toBe('Enter the code');
    expect(world.texts).toHaveLength(2);
  });

  test.each(['', '12', '12345678901', 'abcdef'])('spends no guess on %j', async (code) => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const page = await submit(world, browser, 'code', { code });
    expect(page.text).toContain('id="code-error"');
    expect((await submit(world, browser, 'code', { code: wrongCode(world) })).text).toContain('2 tries left');
  });

  test.each([
    ['٤', 0x660],
    ['۴', 0x6f0],
    ['４', 0xff10],
  ])('takes digits like %s', async (_shown, zero) => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const code = [...world.code()].map((digit) => String.fromCharCode(zero + Number(digit))).join('');
    expect(heading(await submit(world, browser, 'code', { code }))).toBe('Your number is confirmed');
  });

  test('makes a resend wait, then sends, then offers a call', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    expect(browser.text).not.toContain('Call me instead');
    const early = await submit(world, browser, 'resend', { by: 'text' });
    expect(early.text).toMatch(/another one sent in \d+ seconds/);
    expect(world.texts).toHaveLength(1);
    await letPass(world, 31_000);
    const sent = await submit(world, browser, 'resend', { by: 'text' });
    expect(sent.text).toContain('The code is on its way again.');
    expect(sent.text).toContain('Call me instead');
    await letPass(world, 41_000);
    const called = await submit(world, browser, 'resend', { by: 'call' });
    expect(called.text).toContain('We are calling you now.');
    expect(world.texts.at(-1)?.body).toContain('<Response>');
  });

  test('calls nobody before two texts', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    await letPass(world, 31_000);
    await submit(world, browser, 'resend', { by: 'call' });
    expect(world.texts.at(-1)?.body).not.toContain('<Response>');
  });

  test('says when the code has expired, and sends a new one', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    await letPass(world, 301_000);
    const expired = await submit(world, browser, 'code', { code: world.code() });
    expect(heading(expired)).toBe('The code has expired');
    expect(heading(await submit(world, browser, 'number'))).toBe('Enter the code');
    expect(heading(await submit(world, browser, 'code', { code: world.code() }))).toBe(
      'Your number is confirmed',
    );
  });

  test('goes back to the same code after the same number', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const page = await get(world, browser, 'verify', { step: 'number' });
    expect(heading(page)).toBe('Your phone number');
    expect(heading(await submit(world, browser, 'number', NUMBER))).toBe('Enter the code');
    expect(world.texts).toHaveLength(1);
  });

  test('changes the number, and the old code is worth nothing', async () => {
    const world = createWebWorld();
    const { browser } = await atCode(world);
    const [old, stale] = [world.code(), { ...browser }];
    await get(world, browser, 'verify', { step: 'number' });
    const page = await submit(world, browser, 'number', { country: 'ES', number: '612 34 56 78' });
    expect(page.text).toContain('5678');
    // The tab that still shows the old number is no guess at the new one.
    expect(heading(await submit(world, stale, 'code', { code: old }))).toBe('Enter the code');
    expect((await submit(world, browser, 'code', { code: wrongCode(world) })).text).toContain('2 tries left');
  });
});
