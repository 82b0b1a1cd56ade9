import { createHash } from 'node:crypto';

import type { ProofSettings, PublicKey } from './proof-settings.private';

/** A key as a JWKS has it. */
export interface PublishedKey extends PublicKey {
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** The public keys that tokens can be checked with: the one in use, and those that were. None without a signing key. */
export function publishedKeys(proof: ProofSettings | undefined): readonly PublishedKey[] {
  if (proof === undefined) return [];
  return [proof.key, ...proof.retired].map((key) => {
    const { kty, crv, x, y } = key;
    return { kty, crv, x, y, kid: thumbprintOf(key), alg: 'ES256', use: 'sig' };
  });
}

/** Name of a key that follows from it (RFC 7638): its members in alphabetical order, hashed. */
export function thumbprintOf({ crv, kty, x, y }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
