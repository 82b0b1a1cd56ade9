import { isTwilioHost } from '../../../studio/model/twilio-host';

describe('isTwilioHost', () => {
  test.each(['twilio.com', 'api.twilio.com', 'verify.dublin.ie1.twilio.com', 'API.Twilio.com'])(
    'is true for %s',
    (host) => {
      expect(isTwilioHost(host)).toBe(true);
    },
  );

  test.each(['', 'nottwilio.com', 'twilio.com.example', 'verify-1234-dev.twil.io', 'twilioxcom'])(
    'is false for "%s"',
    (host) => {
      expect(isTwilioHost(host)).toBe(false);
    },
  );
});
