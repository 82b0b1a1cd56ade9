import { otpTools } from '../lib/otp/make-tools.private';
import { listCountries } from '../lib/web/countries-list.private';
import { showPage } from '../lib/web/show-page.private';
import { createWebHandler } from '../lib/web/web-handler.private';
import type { WebEndpoint } from '../lib/web/web-handler.private';

/** What `/web/verify` does. */
export const endpoint: WebEndpoint = {
  name: 'web/verify',
  isForm: false,
  act: showPage,
  countries: listCountries,
};

/** `GET /web/verify`: the page that a user's session is at. */
export const handler = createWebHandler(endpoint, otpTools());
