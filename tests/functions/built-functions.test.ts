import { createHash, generateKeyPairSync } from 'node:crypto';

import { APPROVED, CHECK_KEYS, invoke, KEYS, refusal, STARTED, useRuntimeResponse } from './fakes/invoke';
import { networkError } from './fakes/stub-http';

const TO = '+14155550100';

beforeAll(useRuntimeResponse);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('start-verify', () => {
  test('answers that a code is on its way', async () => {
    const { statusCode, headers, body, logged } = await invoke('start-verify', { to: TO }, [STARTED]);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    expect(body).toEqual({
      success: true,
      status: 'sent',
      message: expect.any(String),
      attempts: 1,
      retryAfterSeconds: 0,
    });
    expect(logged.map(({ level }) => level)).toEqual(['info']);
    expect(JSON.parse(logged[0]?.line ?? '')).toEqual({
      endpoint: 'start-verify',
      status: 'sent',
      httpStatus: 200,
      milliseconds: expect.any(Number),
      to: '+1******0100',
      channel: 'sms',
    });
  });

  test('answers 200 for a withheld number', async () => {
    const { statusCode, body } = await invoke('start-verify', { to: 'anonymous' }, []);
    expect([statusCode, body['status'], body['success']]).toEqual([200, 'invalid_number', false]);
  });

  test('answers 400 for a missing number', async () => {
    const { statusCode, body } = await invoke('start-verify', {}, []);
    expect([statusCode, body['status'], body['success']]).toEqual([400, 'error', false]);
    expect(Object.keys(body).sort()).toEqual(KEYS);
  });

  test('answers 500 without a service and raises an alarm', async () => {
    const variables = { VERIFY_SERVICE_SID: undefined };
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [], variables);
    expect([statusCode, body['status']]).toEqual([500, 'error']);
    expect(Object.keys(body).sort()).toEqual(KEYS);
    expect(body['message']).toContain('VERIFY_SERVICE_SID');
    expect(logged.map(({ level }) => level)).toEqual(['error']);
  });

  test('answers 500 for a bug without its message', async () => {
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [
      new TypeError('the-secret'),
    ]);
    expect([statusCode, body['status']]).toEqual([500, 'error']);
    expect(logged.map(({ level }) => level)).toEqual(['error']);
    expect(JSON.stringify([body, logged])).not.toContain('the-secret');
  });

  test('raises an alarm with the code for bad credentials', async () => {
    const { body, logged } = await invoke('start-verify', { to: TO }, [refusal(401, 20003, 'Authenticate')]);
    expect(body['status']).toBe('error');
    expect(logged.map(({ level }) => level)).toEqual(['error']);
    expect(logged[0]?.line).toContain('"twilioCode":20003');
  });
});

describe('start-verify without Twilio', () => {
  test.each([
    ['ECONNREFUSED', 'error', 'not-sent', 'error'],
    ['ECONNABORTED', 'maybe_sent', 'unknown', 'info'],
  ])('says after %s: %s', async (code, status, noAnswer, level) => {
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [networkError(code)]);
    expect([statusCode, body['status'], body['success']]).toEqual([200, status, false]);
    expect(logged.map((entry) => entry.level)).toEqual([level]);
    expect(logged[0]?.line).toContain(`"noAnswer":"${noAnswer}"`);
  });
});

describe('check-verify', () => {
  test('answers approved for the right code', async () => {
    const { statusCode, body, logged } = await invoke('check-verify', { to: TO, code: '012345' }, [APPROVED]);
    expect([statusCode, body['status'], body['success']]).toEqual([200, 'approved', true]);
    expect(JSON.stringify(logged)).not.toContain('012345');
  });

  test('answers expired where Twilio finds nothing', async () => {
    const { body } = await invoke('check-verify', { to: TO, code: '012345' }, [
      refusal(404, 20404, 'not found'),
    ]);
    expect([body['status'], body['success']]).toEqual(['expired', false]);
  });

  test.each([
    ['approved', { to: TO, code: '012345' }, [APPROVED], {}],
    ['error', { to: TO }, [], {}],
    ['error', { to: TO, code: '012345' }, [], { VERIFY_SERVICE_SID: undefined }],
  ])('has a blank proof without a signing key: %s', async (status, event, answers, variables) => {
    const { body } = await invoke('check-verify', event, answers, variables);
    expect([body['status'], body['proof']]).toEqual([status, '']);
    expect(Object.keys(body).sort()).toEqual(CHECK_KEYS);
  });
});

describe('check-verify with a signing key', () => {
  test('proves an approval, and names the number by its hash alone', async () => {
    const { createLocalJWKSet, jwtVerify } = await import('jose');
    const variables = { OTP_SIGNING_KEY: newSigningKey(), OTP_PROOF_NUMBER: 'whole' };
    const approved = await invoke('check-verify', { to: TO, code: '012345' }, [APPROVED], variables);
    const { body: keys } = await invoke('otp/jwks', {}, [], variables);
    const proof = String(approved.body['proof']);
    const { payload } = await jwtVerify(proof, createLocalJWKSet(readKeySet(keys)), {
      issuer: 'https://example.twil.io',
      audience: 'ivr',
    });
    const sub = createHash('sha256')
      .update(`${payload.jti ?? ''}:${TO}`)
      .digest('hex');
    expect(payload).toMatchObject({ sub, purpose: 'ivr', amr: ['otp'] });
    // Nobody asked with a key.
    expect(payload).not.toHaveProperty('azp');
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
    expect(Object.keys(approved.body).sort()).toEqual(CHECK_KEYS);
    // Studio keeps 16 KB of a text (https://www.twilio.com/docs/studio/user-guide/studio-faq).
    expect(proof.length).toBeLessThan(1000);
    expect(JSON.stringify([approved.logged, payload])).not.toMatch(/\+14155550100|012345/);
    expect(JSON.stringify(approved.logged)).not.toContain(proof);
  });

  test('is addressed to whom the settings say', async () => {
    const { decodeJwt } = await import('jose');
    const variables = {
      OTP_SIGNING_KEY: newSigningKey(),
      OTP_PROOF_AUDIENCE: 'https://app.example.com',
      OTP_ORIGIN: 'https://otp.example.com',
      OTP_PROOF_SECONDS: '60',
    };
    const { body } = await invoke('check-verify', { to: TO, code: '012345' }, [APPROVED], variables);
    const { aud, iss, exp, iat } = decodeJwt(String(body['proof']));
    expect([aud, iss]).toEqual(['https://app.example.com', 'https://otp.example.com']);
    expect(Number(exp) - Number(iat)).toBe(60);
  });

  test('proves nothing of a wrong code', async () => {
    const pending = { statusCode: 201, body: { status: 'pending', valid: false } };
    const variables = { OTP_SIGNING_KEY: newSigningKey() };
    const { body } = await invoke('check-verify', { to: TO, code: '012345' }, [pending], variables);
    expect([body['status'], body['proof']]).toEqual(['pending', '']);
  });

  test.each(['nonsense', pointOffTheCurve()])('spends no code where the key is none', async (key) => {
    const event = { to: TO, code: '012345' };
    const { statusCode, body, logged } = await invoke('check-verify', event, [], { OTP_SIGNING_KEY: key });
    expect([statusCode, body['status'], body['proof']]).toEqual([500, 'error', '']);
    expect(logged.map(({ level }) => level)).toEqual(['error']);
  });
});

function newSigningKey(): string {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return Buffer.from(JSON.stringify(jwk)).toString('base64url');
}

function pointOffTheCurve(): string {
  const [x, y, d] = ['A'.repeat(43), 'A'.repeat(43), 'A'.repeat(43)];
  return Buffer.from(JSON.stringify({ kty: 'EC', crv: 'P-256', x, y, d })).toString('base64url');
}

function readKeySet({ keys }: Record<string, unknown>): { keys: Record<string, string>[] } {
  if (!Array.isArray(keys)) throw new Error('That is no key set');
  return { keys: keys.map((key: Record<string, string>) => key) };
}
