import { readPhoneNumber } from '../phone-number.private';
import type { Variables } from '../settings.private';
import { systemTime } from '../time.private';
import { systemChance } from './chance.private';
import { readProofSettings } from './proof-settings.private';
import { platformOrigin, readPublicOrigin } from './public-origin.private';
import { createSigner } from './sign-proof.private';

/** Who a proof of the IVR is for without `OTP_PROOF_AUDIENCE`, and what it was asked for. */
const IVR = 'ivr';

/** Makes the proof of a number that was verified on the phone; blank when there is no signing key. */
export type IvrProver = (to: string) => Promise<string>;

/**
 * Gets ready to prove; throws `ConfigurationError` when a setting is malformed, and rejects a key that is none: before a code
 * is spent. What Studio keeps is there for thirty days, so that such a proof names the number by its hash, whatever
 * `OTP_PROOF_NUMBER` says.
 */
export async function createIvrProver(
  variables: Variables & { readonly DOMAIN_NAME: string },
): Promise<IvrProver> {
  const settings = readProofSettings(variables);
  if (settings === undefined) return () => Promise.resolve('');
  const issuer = readPublicOrigin(variables) ?? platformOrigin(variables.DOMAIN_NAME);
  const sign = await createSigner({ ...settings, number: 'hash' });
  return async (to) => {
    const number = readPhoneNumber(to);
    if (number.kind === 'invalid') return '';
    const { proof } = await sign({
      jti: systemChance.bytes(16).toString('hex'),
      e164: number.e164,
      purpose: IVR,
      audience: IVR,
      issuer,
      now: systemTime.now(),
    });
    return proof;
  };
}
