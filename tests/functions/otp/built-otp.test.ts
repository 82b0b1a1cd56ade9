import { readFileSync } from 'node:fs';
import path from 'node:path';

import { PROOF_SETTINGS } from '../../../functions/lib/otp/proof-setting-table.private';
import { OTP_SETTINGS } from '../../../functions/lib/otp/setting-table.private';
import { invoke, useRuntimeResponse } from '../fakes/invoke';
import { GOOD_HEADERS } from '../fakes/invoke-otp';
import { otpVariables } from '../fakes/otp-world';
import type { HttpAnswer } from '../fakes/stub-http';

const TO = '+14155550100';
const REQUEST = { headers: GOOD_HEADERS, cookies: {} };

beforeAll(useRuntimeResponse);

afterEach(() => {
  jest.restoreAllMocks();
});

function variables(more: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(otpVariables(more)).map(([name, value]) => [name, String(value)]));
}

const written: HttpAnswer = { statusCode: 201, body: { data: {}, revision: '0' } };
const missing: HttpAnswer = {
  statusCode: 404,
  body: { code: 20404, status: 404, message: 'none', more_info: '' },
};
const texted: HttpAnswer = { statusCode: 201, body: { sid: `SM${'1'.repeat(32)}` } };

describe('the built otp/request', () => {
  test('counts, writes and texts by the real SDK', async () => {
    const answers = [written, missing, written, written, texted];
    const event = { request: REQUEST, phoneNumber: TO };
    const { statusCode, headers, logged } = await invoke('otp/request', event, answers, variables());
    expect([statusCode, headers['Content-Type']]).toEqual([202, 'application/json']);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.line).toContain('"outsideCalls":5');
    expect(logged[0]?.line).not.toContain('5550100');
  });

  test('answers 503 when the store throttles, and texts nobody', async () => {
    const throttled = { statusCode: 429, body: { code: 54009, status: 429, message: 'slow', more_info: '' } };
    const event = { request: REQUEST, phoneNumber: TO };
    const { statusCode, headers } = await invoke('otp/request', event, [throttled], variables());
    expect([statusCode, headers['Content-Type'], headers['Retry-After']]).toEqual([
      503,
      'application/problem+json',
      '2',
    ]);
  });

  test.each(['request', 'verify', 'event', 'resend', 'status', 'cancel', 'deliver'])(
    'names what is not set up: otp/%s',
    async (name) => {
      const event = { request: REQUEST, requestId: 'x' };
      const { statusCode, body, logged } = await invoke(
        `otp/${name}`,
        event,
        [],
        variables({ OTP_SECRET: '' }),
      );
      expect(statusCode).toBe(500);
      expect(logged.map(({ level }) => level)).toEqual(['error']);
      expect(logged[0]?.line).toContain('OTP_SECRET');
      expect(Object.values(body).join('')).toContain(name === 'deliver' ? 'internal_error' : 'misconfigured');
    },
  );
});

describe('the built otp/jwks', () => {
  test('is open and may be kept', async () => {
    const { statusCode, headers, body } = await invoke('otp/jwks', {}, [], variables());
    expect([statusCode, body]).toEqual([200, { keys: [] }]);
    expect(headers['Cache-Control']).toBe('public, max-age=300');
  });
});

describe('the built check-verify', () => {
  test('has no settings of the service in it but those of a proof', () => {
    const file = path.resolve(__dirname, '../../../dist/functions/check-verify.protected.js');
    const bundle = readFileSync(file, 'utf8');
    const found = Object.keys(OTP_SETTINGS).filter((name) => bundle.includes(name));
    expect(found.sort()).toEqual(Object.keys(PROOF_SETTINGS).sort());
  });
});
