import type { Product } from '../product';
import { accountRoutes } from './accounts';
import { callRoutes } from './calls';
import { incomingPhoneNumberRoutes } from './incoming-phone-numbers';
import { keyRoutes } from './keys';
import { messageRoutes } from './messages';

/** The 2010 API (https://www.twilio.com/docs/usage/api): the account, its keys, numbers, messages and calls. */
export const accounts: Product = {
  host: 'api.twilio.com',
  missingParameterCode: 20001,
  routes: [...accountRoutes, ...keyRoutes, ...incomingPhoneNumberRoutes, ...messageRoutes, ...callRoutes],
};
