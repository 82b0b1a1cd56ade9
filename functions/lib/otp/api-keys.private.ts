import { createHash, timingSafeEqual } from 'node:crypto';

import { listOf, malformed } from './setting-reader.private';

/** A key that a caller may have; only its digest is known here. */
export interface ApiKey {
  /** Who the key was given to: owns the records that are made with it. */
  readonly name: string;
  /** SHA-256. Keys are long and random, so that nothing slower is needed. */
  readonly digest: Buffer;
}

const ENTRY = /^([\w.-]{1,64}):([0-9a-f]{64})$/i;

/** Reads a list of names and digests, `name:sha256hex,name2:…`; throws `ConfigurationError` for any other. */
export function readApiKeys(text: string): readonly ApiKey[] {
  const entries = listOf(text).map((entry) => {
    const [, name, hex] = ENTRY.exec(entry) ?? [];
    if (name === undefined || hex === undefined)
      throw malformed('OTP_API_KEYS', 'a list like name:sha256hex');
    return { name, digest: Buffer.from(hex, 'hex') };
  });
  if (entries.length === 0) throw malformed('OTP_API_KEYS', 'a list like name:sha256hex');
  return entries;
}

/**
 * The name behind an `Authorization` header, `undefined` when it has no key of ours. Every key is compared, each in constant time,
 * so that the time it takes says nothing.
 */
export function authenticate(header: unknown, keys: readonly ApiKey[]): string | undefined {
  const [, token] =
    typeof header === 'string' ? (/^Bearer +([\x21-\x7e]{1,512})$/i.exec(header.trim()) ?? []) : [];
  const digest = createHash('sha256')
    .update(token ?? '')
    .digest();
  const matching = keys.filter((key) => timingSafeEqual(key.digest, digest));
  return token === undefined ? undefined : matching[0]?.name;
}
