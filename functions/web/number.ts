import { sendingEngines } from '../lib/otp/engines.private';
import { otpTools } from '../lib/otp/make-tools.private';
import { listCountries } from '../lib/web/countries-list.private';
import { submitNumber } from '../lib/web/submit-number.private';
import { createWebHandler } from '../lib/web/web-handler.private';
import type { WebEndpoint } from '../lib/web/web-handler.private';

/** What `/web/number` does. */
export const endpoint: WebEndpoint = {
  name: 'web/number',
  isForm: true,
  act: submitNumber,
  countries: listCountries,
};

/** `POST /web/number`, a form: sends a code. */
export const handler = createWebHandler(endpoint, otpTools(sendingEngines));
