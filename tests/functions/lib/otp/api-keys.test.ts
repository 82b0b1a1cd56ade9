import { createHash } from 'node:crypto';

import { authenticate, readApiKeys } from '../../../../functions/lib/otp/api-keys.private';
import { ConfigurationError } from '../../../../functions/lib/settings.private';

const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const entry = (name: string, key: string): string => `${name}:${digestOf(key)}`;

describe('authenticate', () => {
  // The shop changes its key: both are good for a while.
  const keys = readApiKeys([entry('shop', 'old'), entry('bank', 'other'), entry('shop', 'new')].join(', '));

  test.each([
    ['old', 'shop'],
    ['new', 'shop'],
    ['other', 'bank'],
    ['older', undefined],
    ['ol', undefined],
    ['', undefined],
    [digestOf('old'), undefined],
  ])('knows %j as %j', (key, name) => {
    expect(authenticate(`Bearer ${key}`, keys)).toBe(name);
  });

  test('knows a key no longer once its entry is gone', () => {
    const later = readApiKeys([entry('bank', 'other'), entry('shop', 'new')].join(','));
    expect([authenticate('Bearer old', later), authenticate('Bearer new', later)]).toEqual([
      undefined,
      'shop',
    ]);
  });

  test('looks at every entry, wherever the right one stands', () => {
    const looked: string[] = [];
    const watched = keys.map(({ name, digest }) => ({
      name,
      get digest() {
        looked.push(name);
        return digest;
      },
    }));
    for (const key of ['old', 'other', 'new', 'none']) authenticate(`Bearer ${key}`, watched);
    expect(looked).toEqual(Array.from({ length: 4 }, () => ['shop', 'bank', 'shop']).flat());
  });
});

describe('readApiKeys', () => {
  test.each(['', ',', 'shop', `shop:${'0'.repeat(63)}`, `two words:${'0'.repeat(64)}`, 'shop:key'])(
    'refuses %j without showing it',
    (text) => {
      expect(() => readApiKeys(text)).toThrow(
        new ConfigurationError(
          'malformed_variable',
          'The environment variable OTP_API_KEYS is not a list like name:sha256hex.',
        ),
      );
    },
  );
});
