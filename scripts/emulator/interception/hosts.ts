import { isIP } from 'node:net';

import { isTwilioHost } from '../../../studio/model/twilio-host';

/** The address that the local Twilio listens on. */
export const LOOPBACK = '127.0.0.1';

/** True for the hosts that the local Twilio answers for: `twilio.com`, `twil.io` of the Functions, and all below them. */
export function isStoodInFor(host: string): boolean {
  return isTwilioHost(host) || /(?:^|\.)twil\.io$/i.test(host);
}

/** True for names and addresses that cannot leave this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (bare === 'localhost') return true;
  if (isIP(bare) === 4) return bare.startsWith('127.');
  return bare === '::1' || /^::ffff:127\./.test(bare);
}

/** What a refused connection, look-up or datagram fails with: a bug or a mistake in the configuration, never an outcome. */
export class BlockedError extends Error {
  readonly code = 'EBLOCKED';
  override readonly name = 'BlockedError';

  constructor(action: string, host: string) {
    super(
      `Cannot ${action} "${host}": while the local Twilio stands in for Twilio, nothing leaves this machine`,
    );
  }
}
