import { createHash } from 'node:crypto';

import type { Call } from './otp-tools.private';
import { thumbprintOf } from './published-keys.private';
import type { OtpRecord } from './record.private';

/** A proof token and when it ends, in milliseconds since 1970. */
export interface Proof {
  readonly proof: string;
  readonly proofExpiresAt: number;
}

/**
 * A short-lived JWT (ES256) that says: the holder of this number keyed in the code of this request, for this purpose.
 * `undefined` when no signing key is set.
 */
export async function proveVerified(
  requestId: string,
  record: OtpRecord,
  call: Call,
): Promise<Proof | undefined> {
  const { settings, secrets, time, origin } = call.tools;
  const { proof } = settings;
  if (proof === undefined) return undefined;
  // An ESM package, which a CommonJS module gets by import() only; the bundle has it inside.
  const [{ SignJWT }, { importJWK }] = await Promise.all([
    import('jose/jwt/sign'),
    import('jose/key/import'),
  ]);
  const now = Math.floor(time.now() / 1000);
  const expires = now + proof.seconds;
  const number = secrets.unseal(record.number, requestId);
  const token = await new SignJWT({ purpose: record.purpose, amr: ['otp'] })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: thumbprintOf(proof.key) })
    .setIssuer(origin)
    .setAudience(proof.audience ?? record.client)
    .setSubject(proof.number === 'whole' ? number : hashOf(requestId, number))
    .setJti(requestId)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(await importJWK({ ...proof.key }, 'ES256'));
  return { proof: token, proofExpiresAt: expires * 1000 };
}

/** Who knows the number can check it; who does not would have to try all numbers for this one token. */
function hashOf(jti: string, e164: string): string {
  return createHash('sha256').update(`${jti}:${e164}`).digest('hex');
}
