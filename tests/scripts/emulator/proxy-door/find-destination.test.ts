import { findDestination } from '../../../../scripts/emulator/proxy-door/find-destination';

describe('findDestination', () => {
  test.each([
    'verify.twilio.com:443',
    'API.Twilio.com:443',
    'serverless-upload.twilio.com:443',
    'twilio.com:443',
    'verify-1234-dev.twil.io:443',
  ])('leads %s to the local Twilio', (authority) => {
    expect(findDestination(authority)).toEqual({ kind: 'twilio' });
  });

  test.each([
    ['example.com:443', 'only hosts of Twilio'],
    ['nottwilio.com:443', 'only hosts of Twilio'],
    ['twilio.com.example.com:443', 'only hosts of Twilio'],
    ['127.0.0.1:443', 'only hosts of Twilio'],
    ['[::1]:443', 'only hosts of Twilio'],
    ['', 'only hosts of Twilio'],
    ['verify.twilio.com', 'only hosts of Twilio'],
    ['user@verify.twilio.com:443', 'only hosts of Twilio'],
    ['verify.twilio.com:80', 'on port 443'],
    ['verify.twilio.com:4430', 'on port 443'],
    ['api.dublin.ie1.twilio.com:443', 'unset TWILIO_EDGE and TWILIO_REGION'],
  ])('refuses "%s" and says why', (authority, reason) => {
    expect(findDestination(authority)).toEqual({
      kind: 'refused',
      message: expect.stringContaining(reason),
    });
  });

  test('quotes the host without its control characters', () => {
    const destination = findDestination(`\u001b[2J${'x'.repeat(1000)}:443`);
    expect(JSON.stringify(destination)).not.toContain('\u001b');
    expect(JSON.stringify(destination).length).toBeLessThan(600);
  });
});
