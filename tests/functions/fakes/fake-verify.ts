import type { Time } from '../../../functions/lib/time.private';
import type { TwilioPort } from '../../../functions/lib/twilio-port.private';

/** Verify in memory: one code for a number until it is used or ten minutes old, five sends, five checks. */
export interface FakeVerify extends TwilioPort {
  /** The code that is on the phone now. */
  readonly codeOf: (to: string) => string | undefined;
  /** Every text, oldest first. */
  readonly sent: readonly string[];
  /** Every code that was compared, oldest first. */
  readonly compared: readonly { readonly to: string; readonly at: number; readonly isRight: boolean }[];
}

interface Pending {
  readonly code: string;
  readonly until: number;
  sends: number;
  checks: number;
}

/** Starts without verifications. */
export function createFakeVerify(time: Time): FakeVerify {
  const pending = new Map<string, Pending>();
  const sent: string[] = [];
  const compared: { to: string; at: number; isRight: boolean }[] = [];
  const find = (to: string): Pending | undefined => {
    const found = pending.get(to);
    return found === undefined || found.until <= time.now() ? undefined : found;
  };
  return {
    sent,
    compared,
    codeOf: (to) => find(to)?.code,
    startVerification: async ({ to }) => {
      const code = String(100_000 + sent.length);
      const found = find(to) ?? { code, until: time.now() + 600_000, sends: 0, checks: 0 };
      if (found.sends === 5) return { kind: 'refused', code: 60203 };
      if (found.checks === 5) return { kind: 'refused', code: 60202 };
      found.sends += 1;
      pending.set(to, found);
      sent.push(to);
      return { kind: 'done', value: { status: 'pending', attempts: found.sends } };
    },
    checkVerification: async ({ to, code }) => {
      const found = find(to);
      if (found === undefined) return { kind: 'refused', code: 20404 };
      if (found.checks === 5) return { kind: 'refused', code: 60202 };
      const isRight = found.code === code;
      compared.push({ to, at: time.now(), isRight });
      if (isRight) pending.delete(to);
      else found.checks += 1;
      return { kind: 'done', value: { status: isRight ? 'approved' : 'pending' } };
    },
    lineType: async () => ({ kind: 'done', value: 'mobile' }),
  };
}
