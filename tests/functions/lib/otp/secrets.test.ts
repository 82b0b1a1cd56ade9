import fc from 'fast-check';

import { systemChance } from '../../../../functions/lib/otp/chance.private';
import { createSecrets, IV_BYTES, sameDigest } from '../../../../functions/lib/otp/secrets.private';

const secrets = createSecrets(Buffer.alloc(32, 1));
const others = createSecrets(Buffer.alloc(32, 2));
const BINDING = { salt: 's', requestId: 'otp_1', purpose: 'login' };
const iv = Buffer.alloc(IV_BYTES, 3);

describe('digestOfCode', () => {
  test('depends on everything that it is bound to, and on the secret', () => {
    const digests = [
      secrets.digestOfCode('012345', BINDING),
      secrets.digestOfCode('012346', BINDING),
      secrets.digestOfCode('012345', { ...BINDING, salt: 't' }),
      secrets.digestOfCode('012345', { ...BINDING, requestId: 'otp_2' }),
      secrets.digestOfCode('012345', { ...BINDING, purpose: 'payment' }),
      secrets.digestOfCode('012345', { salt: 'so', requestId: 'tp_1', purpose: 'login' }),
      others.digestOfCode('012345', BINDING),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(secrets.digestOfCode('012345', BINDING)).toBe(digests[0]);
  });

  test('never contains the code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,10}$/), fc.string(), (code, salt) => {
        expect(secrets.digestOfCode(code, { ...BINDING, salt })).not.toContain(code);
      }),
      { seed: 1 },
    );
  });
});

describe('seal', () => {
  test('is opened by the same secret beside the same request only', () => {
    const sealed = secrets.seal('+14155550100', 'otp_1', iv);
    expect(secrets.unseal(sealed, 'otp_1')).toBe('+14155550100');
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('5550100');
    expect(() => secrets.unseal(sealed, 'otp_2')).toThrow();
    expect(() => others.unseal(sealed, 'otp_1')).toThrow();
    expect(() => secrets.unseal(sealed.slice(0, -4), 'otp_1')).toThrow();
  });
});

describe('requestIdOf', () => {
  test('keeps clients and keys apart', () => {
    const ids = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['a', 'b'],
    ].map(([client = '', key = '']) => secrets.requestIdOf(client, key));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^otp_[\w-]{22}$/);
  });
});

describe('sameDigest', () => {
  test.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'ab', false],
    ['', '', true],
  ])('of %j and %j is %j', (one, other, same) => {
    expect(sameDigest(one, other)).toBe(same);
  });
});

describe('systemChance', () => {
  test('makes codes of every first digit, zero included, and of full length', () => {
    const codes = Array.from({ length: 500 }, () => systemChance.code(6));
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(new Set(codes.map((code) => code[0])).size).toBe(10);
  });
});
