import type { Product } from '../product';
import { phoneNumberRoutes } from './phone-numbers';

/** Lookup v2 (https://www.twilio.com/docs/lookup/v2-api): the format of a number and its line type. */
export const lookups: Product = {
  host: 'lookups.twilio.com',
  missingParameterCode: 20001,
  routes: phoneNumberRoutes,
};
