import type { LocalTwilio } from '../../../../support/local-twilio';

/** A number to verify, and everything one can do about it; each answers the status, or `code/HTTP status`. */
export interface Caller {
  readonly start: (channel?: string, more?: object) => Promise<string>;
  readonly check: (code: string) => Promise<string>;
  readonly fetch: () => Promise<string>;
  readonly update: (status: 'canceled' | 'approved') => Promise<string>;
  /** The newest code that reached the number; '' when none did. */
  readonly code: () => string;
  /** A code of the right length that is not the newest one. */
  readonly wrongCode: () => string;
}

/** A caller with a number, at a service. */
export function createCaller({ client, context }: LocalTwilio, serviceSid: string, to: string): Caller {
  const service = client.verify.v2.services(serviceSid);
  const code = (): string => /is: (\w+)/.exec(context.inbox.messagesTo(to)[0]?.body ?? '')?.[1] ?? '';
  return {
    start: (channel = 'sms', more = {}) => outcomeOf(service.verifications.create({ to, channel, ...more })),
    check: (given) => outcomeOf(service.verificationChecks.create({ to, code: given })),
    fetch: () => outcomeOf(service.verifications(to).fetch()),
    update: (status) => outcomeOf(service.verifications(to).update({ status })),
    code,
    wrongCode: () => (code().startsWith('1') ? '2' : '1') + code().slice(1),
  };
}

/** `pending`, or `60202/429` for an error. */
export async function outcomeOf(answer: Promise<{ readonly status: string }>): Promise<string> {
  try {
    return (await answer).status;
  } catch (error) {
    const { code, status } = error as { code?: number; status?: number };
    return `${code ?? 'none'}/${status ?? 'none'}`;
  }
}
