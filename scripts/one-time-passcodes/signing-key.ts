import { generateKeyPairSync } from 'node:crypto';

/** Makes a value for `OTP_SIGNING_KEY`: a private JWK of the curve P-256, as base64url of JSON. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return toBase64url(privateKey.export({ format: 'jwk' }));
}

/** JSON as a setting holds it: without a character that `.env` files or shells give a meaning to. */
export function toBase64url(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
