import { createHash } from 'node:crypto';

import { authenticate, readApiKeys } from '../../../functions/lib/otp/api-keys.private';
import { newKey, newKeyCommand } from '../../../scripts/one-time-passcodes/new-key';
import { runQuietly } from './run-quietly';

describe('newKey', () => {
  test('makes a key that the functions know by its entry', () => {
    const { key, entry } = newKey('shop.eu-1');
    expect(authenticate(`Bearer ${key}`, readApiKeys(entry))).toBe('shop.eu-1');
    expect(authenticate(`Bearer ${key}x`, readApiKeys(entry))).toBeUndefined();
  });

  test('never makes the same key twice', () => {
    expect(newKey('shop').key).not.toBe(newKey('shop').key);
  });
});

describe('npm run otp -- new-key', () => {
  test('prints key and entry as JSON', async () => {
    const { code, stdout } = await runQuietly(newKeyCommand, ['shop', '--json']);
    const { key, entry } = JSON.parse(stdout) as { key: string; entry: string };
    expect([code, entry]).toEqual([0, `shop:${createHash('sha256').update(key).digest('hex')}`]);
  });

  test.each([[[]], [['two words']], [['a,b']], [['shop', 'more']]])('refuses %j with 2', async (argv) => {
    expect(await runQuietly(newKeyCommand, argv)).toMatchObject({ code: 2, stdout: '' });
  });
});
