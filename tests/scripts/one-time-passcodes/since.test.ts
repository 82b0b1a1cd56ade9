import { readSince } from '../../../scripts/one-time-passcodes/since';

const NOW = Date.UTC(2026, 10, 20, 12);

describe('readSince', () => {
  test.each([
    ['90m', Date.UTC(2026, 10, 20, 10, 30)],
    ['24h', Date.UTC(2026, 10, 19, 12)],
    ['7d', Date.UTC(2026, 10, 13, 12)],
    ['2026-11-01', Date.UTC(2026, 10, 1)],
    ['2026-11-01T08:00Z', Date.UTC(2026, 10, 1, 8)],
  ])('reads %s', (text, moment) => {
    expect(readSince(text, NOW)).toBe(moment);
  });

  test.each(['', '24', 'h', '-1h', '1 h', 'yesterday', '2026-13-01', '20/11/2026'])(
    'refuses "%s"',
    (text) => {
      expect(readSince(text, NOW)).toEqual({ complaint: expect.stringContaining('must be 90m, 24h, 7d') });
    },
  );
});
