import type { ServerlessFunctionSignature } from '@twilio-labs/serverless-runtime-types/types';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Placeholder until the real endpoint lands. */
export const handler: ServerlessFunctionSignature = (_context, _event, callback) => {
  callback(null, { ok: parsePhoneNumberFromString('+14155550100')?.isValid() });
};
