import type { Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, parameters, template } from './properties';

/** Takes a payment by keypad (https://www.twilio.com/docs/studio/widget-library/capture-payments), as `<Pay>` does. */
export const capturePayments: Widget = outsideWidget({
  type: 'capture-payments',
  properties: {
    payment_connector: template,
    timeout: { type: 'integer' },
    max_attempts: { type: 'integer' },
    security_code: { type: 'boolean' },
    postal_code: literal,
    min_postal_code_length: { type: 'integer' },
    payment_token_type: literal,
    payment_amount: template,
    currency: literal,
    description: template,
    valid_card_types: { type: 'strings' },
    language: literal,
    payment_method: literal,
    bank_account_type: literal,
    parameters,
  },
  events: ['success', 'maxFailedAttempts', 'providerError', 'payInterrupted', 'hangup', 'validationError'],
  needsCall: true,
  analysis: {
    outputs: () => 'any',
    noticed: () => ({
      success: 'heard',
      hangup: 'heard',
      maxFailedAttempts: 'input',
      payInterrupted: 'input',
      providerError: 'input',
    }),
    trouble: {
      maxFailedAttempts: 'the caller failed too often',
      providerError: 'the payment provider failed',
      payInterrupted: 'the caller broke it off',
      validationError: 'a property is not right',
    },
  },
});
