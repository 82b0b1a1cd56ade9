import { createPrivateKey, X509Certificate } from 'node:crypto';

import { issueCertificate, VALID_FOR } from '../../../../scripts/emulator/proxy-door/issue-certificate';

const NOW = Date.UTC(2026, 0, 15, 12);
const DAY = 24 * 60 * 60 * 1000;

describe('issueCertificate', () => {
  const issued = issueCertificate(NOW);
  const leaf = new X509Certificate(issued.certificate);
  const authority = new X509Certificate(issued.authority);

  test.each(['verify.twilio.com', 'serverless-upload.twilio.com', 'twilio.com', 'verify-1234-dev.twil.io'])(
    'is good for %s',
    (host) => {
      expect(leaf.checkHost(host)).toBeDefined();
    },
  );

  test.each(['example.com', 'twilio.com.example.com', 'nottwilio.com', 'api.dublin.ie1.twilio.com'])(
    'is not good for %s',
    (host) => {
      expect(leaf.checkHost(host)).toBeUndefined();
    },
  );

  test('is signed by its authority, which signed itself', () => {
    expect(leaf.checkIssued(authority)).toBe(true);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(authority.verify(authority.publicKey)).toBe(true);
  });

  test('makes an authority only of the one that is trusted', () => {
    expect([authority.ca, leaf.ca]).toEqual([true, false]);
  });

  test('keeps the key of the certificate and no other', () => {
    expect(leaf.checkPrivateKey(createPrivateKey(issued.key))).toBe(true);
    expect(`${issued.certificate}${issued.authority}`).not.toContain('PRIVATE');
  });

  test('is good from yesterday for a year', () => {
    for (const { validFrom, validTo } of [leaf, authority])
      expect([Date.parse(validFrom), Date.parse(validTo)]).toEqual([NOW - DAY, NOW + VALID_FOR]);
  });

  test('is good across the year 2050', () => {
    const { certificate } = issueCertificate(Date.UTC(2049, 6, 1));
    expect(new X509Certificate(certificate).validTo).toMatch(/2050 GMT$/);
  });

  test('never uses a key or a number again', () => {
    const other = new X509Certificate(issueCertificate(NOW).certificate);
    const numbers = [leaf, authority, other].map((certificate) => certificate.serialNumber);
    expect(new Set(numbers).size).toBe(3);
  });
});
