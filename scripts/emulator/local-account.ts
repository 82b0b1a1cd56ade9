import type { Account } from './entities/account';

/** The account that every local Twilio serves: of the right shape, and plainly no real one. */
export const LOCAL_ACCOUNT: Account = {
  sid: `AC${'10ca1'.padEnd(32, '0')}`,
  authToken: 'fa4e'.repeat(8),
};
