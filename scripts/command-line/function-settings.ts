import { OTP_SETTINGS } from '../../functions/lib/otp/setting-table.private';
import { WEB_SETTINGS } from '../../functions/lib/web/setting-table.private';

/**
 * Settings that only functions read, by name. What belongs into each stands in the tables of the functions, whose own readers
 * judge them before anything is deployed: see `functionProblems` in `scripts/deployment`.
 */
export const FUNCTION_SETTINGS: readonly string[] = [
  ...Object.keys(OTP_SETTINGS),
  ...Object.keys(WEB_SETTINGS),
].filter((name) => name !== 'SYNC_SERVICE_SID');
