import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

import type { Milliseconds } from '../time/clock';
import * as der from './der';

/** What the proxy door shows to programs, and what these have to trust; each is PEM text. */
export interface Certificate {
  /** The private key of `certificate`: a secret. */
  readonly key: string;
  /** For the names of Twilio; signed by `authority`. */
  readonly certificate: string;
  /** What programs are told to trust. Its own key was thrown away: nothing else can ever be signed with it. */
  readonly authority: string;
}

/** The names that the certificate is good for. Twilio's edges and regions have one part more: no wildcard covers them. */
export const CERTIFIED_NAMES: readonly string[] = ['*.twilio.com', 'twilio.com', '*.twil.io', 'twil.io'];

const DAY: Milliseconds = 24 * 60 * 60 * 1000;

/** How long a new certificate is good; Apple accepts at most 825 days. https://support.apple.com/en-us/103769 */
export const VALID_FOR: Milliseconds = 365 * DAY;

/**
 * Makes a certificate that is good from a day before `now` (clocks of containers go wrong) until a year after it. Made
 * with Node alone: OpenSSL is missing on many a Windows, and an authority with one leaf is what every TLS library takes.
 */
export function issueCertificate(now: Milliseconds): Certificate {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issue = (subject: string, publicKey: KeyObject, extensions: readonly Buffer[]): string =>
    toPem(signed(authority.privateKey, contents({ subject, publicKey, extensions, now })));
  return {
    key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: issue('*.twilio.com', leaf.publicKey, leafExtensions(leaf.publicKey, authority.publicKey)),
    authority: issue(AUTHORITY_NAME, authority.publicKey, authorityExtensions(authority.publicKey)),
  };
}

const AUTHORITY_NAME = 'Local Twilio of this computer';

interface Contents {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly now: Milliseconds;
}

/** RFC 5280, 4.1: https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function contents({ subject, publicKey, extensions, now }: Contents): Buffer {
  const versionThree = der.tagged(0, der.integer(Buffer.from([2])));
  return der.sequence(
    versionThree,
    der.integer(keyIdentifier(publicKey)),
    ECDSA_WITH_SHA256,
    commonName(AUTHORITY_NAME),
    der.sequence(der.time(now - DAY), der.time(now + VALID_FOR)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(3, der.sequence(...extensions)),
  );
}

function signed(key: KeyObject, content: Buffer): Buffer {
  return der.sequence(content, ECDSA_WITH_SHA256, der.bitString(sign('sha256', content, key)));
}

const ECDSA_WITH_SHA256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'));

function commonName(name: string): Buffer {
  return der.sequence(der.setOf(der.sequence(der.objectIdentifier('2.5.4.3'), der.utf8String(name))));
}

function authorityExtensions(key: KeyObject): Buffer[] {
  const noneBelow = der.integer(Buffer.from([0]));
  return [
    critical('2.5.29.19', der.sequence(der.bool(true), noneBelow)),
    // keyCertSign is the sixth bit.
    critical('2.5.29.15', der.bitString(Buffer.from([0b100]), 2)),
    extension('2.5.29.14', der.octetString(keyIdentifier(key))),
  ];
}

function leafExtensions(key: KeyObject, authority: KeyObject): Buffer[] {
  const serverAuthentication = der.objectIdentifier('1.3.6.1.5.5.7.3.1');
  const names = CERTIFIED_NAMES.map((name) => der.taggedBytes(2, Buffer.from(name, 'ascii')));
  return [
    critical('2.5.29.19', der.sequence()),
    // digitalSignature is the first bit.
    critical('2.5.29.15', der.bitString(Buffer.from([0b1000_0000]), 7)),
    extension('2.5.29.37', der.sequence(serverAuthentication)),
    extension('2.5.29.17', der.sequence(...names)),
    extension('2.5.29.14', der.octetString(keyIdentifier(key))),
    extension('2.5.29.35', der.sequence(der.taggedBytes(0, keyIdentifier(authority)))),
  ];
}

function extension(identifier: string, value: Buffer): Buffer {
  return der.sequence(der.objectIdentifier(identifier), der.octetString(value));
}

/** An extension that a program may not pass over. */
function critical(identifier: string, value: Buffer): Buffer {
  return der.sequence(der.objectIdentifier(identifier), der.bool(true), der.octetString(value));
}

/** Twenty bytes that tell keys apart. The longest that a serial number may be, so they serve as that, too. */
function keyIdentifier(key: KeyObject): Buffer {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
  // A serial number has at most twenty bytes, and a set first bit would add one.
  const identifier = digest.subarray(0, 20);
  identifier.writeUInt8((identifier[0] ?? 0) & 0x7f);
  return identifier;
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
