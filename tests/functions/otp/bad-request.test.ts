import { invokeOtp, requestOf, useQuietRuntime } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const logged = useQuietRuntime();

describe('otp/request', () => {
  const numbers = [
    '',
    ' ',
    'anonymous',
    '4155550100',
    '+1',
    '+1415555010',
    '+266696687',
    'tel:+14155550100',
    '+14155550100;ext=5',
    'call +14155550100',
    'null',
    '+'.repeat(60),
    '<script>',
    '{{trigger.call.From}}',
  ];

  test.each(numbers)('answers invalid_number for %j', async (phoneNumber) => {
    const { statusCode, body } = await invokeOtp(createOtpWorld(), 'request', { phoneNumber });
    expect([statusCode, body['code']]).toEqual([422, 'invalid_number']);
  });

  test.each(['+16045550100', '+18765550100', '+447400123456', '+881612345678'])(
    'answers country_not_allowed for %s without asking anybody',
    async (phoneNumber) => {
      const world = createOtpWorld();
      const { statusCode, body } = await invokeOtp(world, 'request', { phoneNumber });
      expect([statusCode, body['code']]).toEqual([403, 'country_not_allowed']);
      expect(logged()[0]).toMatchObject({ outsideCalls: 0 });
    },
  );

  test.each(['+1 415 555 0100', '+1 (415) 555-0100', ' +14155550100 '])(
    'takes %j for one number',
    async (phoneNumber) => {
      const world = createOtpWorld();
      await requestOf(world, phoneNumber);
      expect(world.texts.map(({ to }) => to)).toEqual([TO]);
      const { body } = await invokeOtp(world, 'request', { phoneNumber: TO });
      expect(body['code']).toBe('too_soon');
    },
  );

  test.each(['', ' ', 'two words', 'x'.repeat(129), 'é', ['a', 'b']])(
    'refuses the Idempotency-Key %j',
    async (key) => {
      const around = { headers: { 'idempotency-key': key } };
      const { statusCode, body } = await invokeOtp(createOtpWorld(), 'request', { phoneNumber: TO }, around);
      expect([statusCode, body['field']]).toEqual([400, 'Idempotency-Key']);
    },
  );

  test.each(['', 'two words', 'x'.repeat(129), '<b>', ['a', 'b']])(
    'replaces the correlation id %j',
    async (id) => {
      const around = { headers: { 'x-correlation-id': id } };
      const { headers, body } = await invokeOtp(createOtpWorld(), 'request', { phoneNumber: TO }, around);
      expect(headers['X-Correlation-Id']).toMatch(/^[0-9a-f]{24}$/);
      expect(body['correlationId']).toBe(headers['X-Correlation-Id']);
    },
  );
});
