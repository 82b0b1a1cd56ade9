import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';

/** Why a guess is not taken; each is a problem code. */
export type Refusal = 'already_used' | 'cancelled' | 'failed' | 'expired' | 'locked';

/** Whether a guess may be written and compared. */
export type Verdict = { readonly kind: 'try' } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The decision tree before the comparison: pending? not expired? attempts left? */
export function mayTry(record: OtpRecord, now: number): Verdict {
  const { status } = stateOf(record, now);
  if (status === 'verified') return refused('already_used');
  if (status === 'cancelled' || status === 'failed') return refused(status);
  if (status === 'expired' || now >= record.expiresAt) return refused('expired');
  return status === 'locked' || record.tries.length >= record.grant ? refused('locked') : { kind: 'try' };
}

function refused(refusal: Refusal): Verdict {
  return { kind: 'refused', refusal };
}
