import { waitForBuild } from '../../../../scripts/deployment/bundle/wait-for-build';

/** Answers the statuses one after the other, the last one for ever. */
async function run(statuses: readonly string[]) {
  const pauses: number[] = [];
  let asked = 0;
  const ending = await waitForBuild(
    async (milliseconds) => {
      pauses.push(milliseconds);
    },
    async () => statuses[Math.min(asked++, statuses.length - 1)] ?? '',
  );
  return { ending, pauses };
}

describe('waitForBuild', () => {
  test('asks at once and does not wait for what is done', async () => {
    expect(await run(['completed'])).toEqual({ ending: 'completed', pauses: [] });
  });

  test('asks again after growing pauses', async () => {
    const { ending, pauses } = await run(['building', 'building', 'building', 'failed']);
    expect(ending).toBe('failed');
    expect(pauses).toEqual([500, 750, 1125]);
  });

  test('gives up after ten minutes of waiting', async () => {
    const { ending, pauses } = await run(['building']);
    expect(ending).toBe('too-slow');
    expect(Math.max(...pauses)).toBe(5000);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(600_000);
  });
});
