import { lookup } from 'node:dns/promises';

import { holdGuard } from '../../../../scripts/emulator/interception/hold-guard';
import { startLocalTwilio } from '../../../../scripts/emulator/local-twilio';

/** Whether the guard refuses a name, which it does before anybody is asked. */
async function isGuarded(): Promise<boolean> {
  return lookup('example.invalid').then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EBLOCKED',
  );
}

describe('holdGuard', () => {
  test('guards until the last holder lets go', async () => {
    const [first, second] = [holdGuard(), holdGuard()];
    first();
    first();
    await expect(isGuarded()).resolves.toBe(true);
    second();
    await expect(isGuarded()).resolves.toBe(false);
  });

  test('is held by a local Twilio while it runs', async () => {
    const twilio = await startLocalTwilio({ clock: 'virtual' });
    await expect(isGuarded()).resolves.toBe(true);
    await twilio.stop();
    await expect(isGuarded()).resolves.toBe(false);
  });
});
