import { countText, sharesFor, sharesOf } from '../../../../functions/lib/otp/day-limits.private';
import type { DayDocument } from '../../../../functions/lib/otp/day-limits.private';

const TEXT = { client: 'shop', country: 'GB' };

/** Texts that all shares together let through, when each is filled. */
function mostOf(limits: Parameters<typeof sharesFor>[1]): number {
  let most = 0;
  for (let share = 0; share < sharesOf(limits); share += 1) {
    let document: DayDocument | undefined;
    for (;;) {
      const verdict = countText(document, TEXT, limits, share);
      if (verdict.kind === 'refused') break;
      document = verdict.document;
      most += 1;
    }
  }
  return most;
}

describe('countText', () => {
  test.each([
    [1_000_000, 50, 10, 10],
    [1_000_000, 50, 500, 50],
    [20_001, 1_000, 10, 10],
    [20_001, 1_000_000, 1_000_000, 20_001],
    [999, 1_000, 1_000, 999],
  ])('keeps all shares together to a day of %d, a key of %d, a country of %d', (perDay, perKey, gb, most) => {
    expect(mostOf({ perDay, perKey, perCountry: new Map([['GB', gb]]) })).toBe(most);
  });
});

describe('sharesFor', () => {
  test('leaves out shares that have no room at all', () => {
    const limits = { perDay: 1_000_000, perKey: 50, perCountry: new Map([['GB', 10]]) };
    expect([sharesOf(limits), sharesFor(TEXT, limits)]).toEqual([100, 10]);
    expect(sharesFor({ client: 'shop', country: 'US' }, limits)).toBe(50);
  });
});
