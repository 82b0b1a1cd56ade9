import fc from 'fast-check';

import { PROBLEMS } from '../../../functions/lib/otp/problems.private';
import { ENDPOINTS, invokeOtp, useQuietRuntime } from '../fakes/invoke-otp';
import type { OtpEndpointName } from '../fakes/invoke-otp';
import { createOtpWorld, KEYS } from '../fakes/otp-world';

const TO = '+14155550100';
const ID = `otp_${'a'.repeat(22)}`;
const CHANGING = ENDPOINTS.filter((name) => name !== 'status');
const logged = useQuietRuntime();

/** A good request of each endpoint, but for a record that is there. */
const GOOD: Readonly<Record<(typeof ENDPOINTS)[number], object>> = {
  request: { phoneNumber: TO },
  verify: { requestId: ID, code: '012345' },
  event: { requestId: ID, code: '012345', eventName: 'code' },
  resend: { requestId: ID },
  status: { requestId: ID },
  cancel: { requestId: ID },
};

const WRONG_TYPES = [12, 1.5, true, [TO], { a: 1 }, 'x'.repeat(300)];

/** Endpoint, field, a value that is refused. */
const FIELDS: readonly (readonly [OtpEndpointName, string, unknown])[] = [
  ...WRONG_TYPES.map((value) => ['request', 'phoneNumber', value] as const),
  ...WRONG_TYPES.map((value) => ['verify', 'code', value] as const),
  ...ENDPOINTS.filter((name) => name !== 'request').flatMap((name) =>
    [undefined, null, ...WRONG_TYPES].map((value) => [name, 'requestId', value] as const),
  ),
  ['request', 'phoneNumber', undefined],
  ['request', 'phoneNumber', null],
  ['request', 'purpose', 'two words'],
  ['request', 'purpose', ''],
  ['request', 'channel', 'voice'],
  ['request', 'channel', 'SMS'],
  ['request', 'channel', ['sms']],
  ['request', 'locale', 'no locale at all'],
  ['verify', 'code', undefined],
  ['verify', 'code', 123456],
  ['verify', 'code', ''],
  ['verify', 'code', '123'],
  ['verify', 'code', '12345678901'],
  ['verify', 'code', '12345a'],
  ['verify', 'code', '１２３４５６'],
  ['verify', 'purpose', 7],
  ['event', 'eventName', undefined],
  ['event', 'eventName', 'other'],
  ['event', 'code', ['012345']],
  ['resend', 'channel', 'fax'],
  ['cancel', 'reason', 'x'.repeat(101)],
];

describe('every endpoint', () => {
  test.each(FIELDS)('%s answers invalid_request for %s: %j', async (name, field, value) => {
    const world = createOtpWorld();
    const good = Object.assign({}, GOOD[name as keyof typeof GOOD]);
    const { statusCode, body } = await invokeOtp(world, name, { ...good, [field]: value });
    expect([statusCode, body['code'], body['field']]).toEqual([400, 'invalid_request', field]);
    expect(logged()[0]).toMatchObject({ decision: 'refused', code: 'invalid_request', outsideCalls: 0 });
  });

  const bearers = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer wrong',
    `bearer ${KEYS.shop}x`,
    `Basic ${KEYS.shop}`,
    KEYS.shop,
    `Bearer ${KEYS.shop} ${KEYS.shop}`,
    [`Bearer ${KEYS.shop}`, `Bearer ${KEYS.shop}`],
    `Bearer ${'x'.repeat(5_000)}`,
    42,
  ];

  test.each(ENDPOINTS.flatMap((name) => bearers.map((bearer) => [name, bearer] as const)))(
    '%s answers unauthorized to %j',
    async (name, authorization) => {
      const world = createOtpWorld();
      const { statusCode, body, headers } = await invokeOtp(world, name, GOOD[name], {
        headers: { authorization },
      });
      expect([statusCode, body['code'], headers['WWW-Authenticate']]).toEqual([
        401,
        'unauthorized',
        'Bearer',
      ]);
      expect(world.sync.names()).toEqual([]);
    },
  );

  const types = [
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    ['application/json'],
  ];

  test.each(CHANGING.flatMap((name) => types.map((type) => [name, type] as const)))(
    '%s wants JSON, not %j, as a GET or a form has',
    async (name, type) => {
      const world = createOtpWorld();
      const { statusCode, body } = await invokeOtp(world, name, GOOD[name], {
        headers: { 'content-type': type },
      });
      expect([statusCode, body['code']]).toEqual([415, 'unsupported_media_type']);
    },
  );

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=utf-8'])(
    'takes %s',
    async (type) => {
      const headers = { 'content-type': type };
      const { statusCode } = await invokeOtp(createOtpWorld(), 'request', GOOD.request, { headers });
      expect(statusCode).toBe(202);
    },
  );

  test.each(ENDPOINTS.filter((name) => name !== 'request'))(
    '%s answers unknown_request for any other id',
    async (name) => {
      for (const requestId of ['', 'x', ID, '../Services', `day-1970-01-01-0`, 'otp_é']) {
        const { statusCode, body } = await invokeOtp(createOtpWorld(), name, { ...GOOD[name], requestId });
        expect([statusCode, body['code']]).toEqual([404, 'unknown_request']);
      }
    },
  );

  test.each(ENDPOINTS)('%s answers JSON of the documented kind to anything', async (name) => {
    const json = fc.jsonValue({ maxDepth: 2 });
    const anything = fc.dictionary(
      fc.constantFrom(
        'phoneNumber',
        'requestId',
        'code',
        'purpose',
        'channel',
        'locale',
        'eventName',
        'reason',
        '0',
        '__proto__',
      ),
      fc.oneof(json, fc.constantFrom(TO, ID, '012345', 'sms', 'code')),
    );
    const world = createOtpWorld({ OTP_LIMIT_PER_NUMBER: '50', OTP_RESEND_SECONDS: '0' });
    await fc.assert(
      fc.asyncProperty(anything, async (fields) => {
        const { statusCode, body, headers } = await invokeOtp(world, name, fields);
        expect(headers['X-Correlation-Id']).toMatch(/^[\w.-]{1,128}$/);
        if (statusCode < 300) return;
        const code = String(body['code']);
        expect(PROBLEMS).toHaveProperty(code);
        expect(statusCode).toBeLessThan(500);
        expect(headers['Content-Type']).toBe('application/problem+json');
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
