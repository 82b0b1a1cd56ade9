import type { Call } from './otp-tools.private';
import type { OtpRecord } from './record.private';
import { createSigner } from './sign-proof.private';
import type { Proof } from './sign-proof.private';

/**
 * A token that says: the holder of this number keyed in the code of this request, for this purpose. `undefined` when no
 * signing key is set.
 */
export async function proveVerified(
  requestId: string,
  record: OtpRecord,
  call: Call,
): Promise<Proof | undefined> {
  const { settings, secrets, time, origin } = call.tools;
  if (settings.proof === undefined) return undefined;
  const sign = await createSigner(settings.proof);
  return sign({
    jti: requestId,
    e164: secrets.unseal(record.number, requestId),
    purpose: record.purpose,
    audience: record.client,
    issuer: origin,
    now: time.now(),
  });
}
