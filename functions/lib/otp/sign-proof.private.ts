import { createHash, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { PrivateKey, ProofSettings } from './proof-settings.private';
import { thumbprintOf } from './published-keys.private';
import { malformed } from './setting-reader.private';

/** A proof token and when it ends, in milliseconds since 1970. */
export interface Proof {
  readonly proof: string;
  readonly proofExpiresAt: number;
}

/** What a proof says: the holder of this number keyed in its code, for this purpose. */
export interface Proven {
  /** Name of this one proof; part of what is hashed. */
  readonly jti: string;
  readonly e164: string;
  readonly purpose: string;
  /** Name of the API key that asked: the party it was issued to (OpenID Connect's `azp`). Missing where nobody asked with one. */
  readonly client?: string;
  /** Who the proof is for, where `OTP_PROOF_AUDIENCE` does not say. */
  readonly audience: string;
  /** Origin of the service. */
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes short-lived JWTs (ES256). A key that is none is a `ConfigurationError` here, which is before anything is proven, and before a
 * code is used up.
 */
export async function createSigner(settings: ProofSettings): Promise<(proven: Proven) => Promise<Proof>> {
  const key = readKey(settings.key);
  // An ESM package, which a CommonJS module gets by import() only; the bundle has it inside.
  const { SignJWT } = await import('jose/jwt/sign');
  return async ({ jti, e164, purpose, client, audience, issuer, now }) => {
    const issued = Math.floor(now / 1000);
    const expires = issued + settings.seconds;
    const token = await new SignJWT({
      purpose,
      amr: ['otp'],
      ...(client === undefined ? {} : { azp: client }),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: thumbprintOf(settings.key) })
      .setIssuer(issuer)
      .setAudience(settings.audience ?? audience)
      .setSubject(settings.number === 'whole' ? e164 : hashOf(jti, e164))
      .setJti(jti)
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(key);
    return { proof: token, proofExpiresAt: expires * 1000 };
  };
}

function readKey(key: PrivateKey): KeyObject {
  try {
    return createPrivateKey({ key: { ...key }, format: 'jwk' });
  } catch {
    throw malformed('OTP_SIGNING_KEY', 'a key that signs');
  }
}

/** Who knows the number can check it; who does not would have to try all numbers, some 10^10 hashes, for this one token. */
function hashOf(jti: string, e164: string): string {
  return createHash('sha256').update(`${jti}:${e164}`).digest('hex');
}
