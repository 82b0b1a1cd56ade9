import type { OtpTools } from './otp-tools.private';
import { createSigner } from './sign-proof.private';
import type { Prover } from './verify-code.private';

/**
 * Gets ready to prove, before a guess is counted: a signing key that cannot sign is a `ConfigurationError` here, and neither an attempt
 * nor a code is lost to it. What is made says: the holder of this number keyed in the code of this request, for this purpose.
 * Without a signing key it is `undefined`.
 */
export async function readyToProve({ settings }: Pick<OtpTools, 'settings'>): Promise<Prover> {
  if (settings.proof === undefined) return () => Promise.resolve(undefined);
  const sign = await createSigner(settings.proof);
  return async (requestId, record, { tools: { secrets, time, origin } }) =>
    sign({
      jti: requestId,
      e164: secrets.unseal(record.number, requestId),
      purpose: record.purpose,
      client: record.client,
      audience: record.client,
      issuer: origin,
      now: time.now(),
    });
}

/** Proves what was verified before, so that nothing is lost when it cannot be done. */
export const proveVerified: Prover = async (requestId, record, call) => {
  const prove = await readyToProve(call.tools);
  return prove(requestId, record, call);
};
