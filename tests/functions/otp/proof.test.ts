import { createHash, generateKeyPairSync } from 'node:crypto';

import { readProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import { publishedKeys } from '../../../functions/lib/otp/published-keys.private';
import { invokeOtp, requestOf, useQuietRuntime } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';

useQuietRuntime();

function newKey(): { readonly jwk: object; readonly text: string } {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return { jwk, text: Buffer.from(JSON.stringify(jwk)).toString('base64url') };
}

async function prove(variables: Record<string, string>) {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const world = createOtpWorld(variables);
  const requestId = await requestOf(world, TO, { purpose: 'login' });
  const { body } = await invokeOtp(world, 'verify', { requestId, code: world.code() });
  const keys = publishedKeys(readProofSettings(variables)).map((key) => ({ ...key }));
  const { payload, protectedHeader } = await jwtVerify(String(body['proof']), createLocalJWKSet({ keys }), {
    issuer: 'https://otp.example.twil.io',
    currentDate: new Date(world.time.now()),
  });
  return { payload, protectedHeader, body, requestId };
}

describe('the proof of a right code', () => {
  test('is checked by the published key alone, and says what was proven', async () => {
    const { calculateJwkThumbprint } = await import('jose');
    const { jwk, text } = newKey();
    const { payload, protectedHeader, body, requestId } = await prove({ OTP_SIGNING_KEY: text });
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'JWT', kid: await calculateJwkThumbprint(jwk) });
    expect(payload).toEqual({
      iss: 'https://otp.example.twil.io',
      aud: 'shop',
      azp: 'shop',
      sub: createHash('sha256').update(`${requestId}:${TO}`).digest('hex'),
      purpose: 'login',
      jti: requestId,
      amr: ['otp'],
      iat: expect.any(Number),
      exp: Number(payload.iat) + 300,
    });
    expect(body['proofExpiresAt']).toBe(new Date(Number(payload.exp) * 1000).toISOString());
  });

  test('has the whole number and another audience by configuration', async () => {
    const { payload } = await prove({
      OTP_SIGNING_KEY: newKey().text,
      OTP_PROOF_NUMBER: 'whole',
      OTP_PROOF_AUDIENCE: 'https://app.example.com',
      OTP_PROOF_SECONDS: '60',
    });
    expect(payload).toMatchObject({ sub: TO, aud: 'https://app.example.com', azp: 'shop' });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(60);
  });

  test('never says the purpose of the IVR', async () => {
    const fields = { phoneNumber: TO, purpose: 'ivr' };
    const { statusCode, body } = await invokeOtp(createOtpWorld(), 'request', fields);
    expect([statusCode, body['field']]).toEqual([400, 'purpose']);
  });

  test('is left out without a signing key', async () => {
    const world = createOtpWorld();
    const requestId = await requestOf(world, TO);
    const { body } = await invokeOtp(world, 'verify', { requestId, code: world.code() });
    expect(Object.keys(body)).not.toContain('proof');
  });
});

describe('readProofSettings', () => {
  test.each(['d', 'x', 'y'])('refuses a key whose "%s" is of another one', (name) => {
    const [mine, other] = [newKey().jwk, newKey().jwk];
    const mixed = { ...mine, [name]: Reflect.get(other, name) };
    const OTP_SIGNING_KEY = Buffer.from(JSON.stringify(mixed)).toString('base64url');
    expect(() => readProofSettings({ OTP_SIGNING_KEY })).toThrow('OTP_SIGNING_KEY');
  });
});

describe('publishedKeys', () => {
  test('has no secret in it, and keeps those that were replaced', () => {
    const [now, before] = [newKey(), newKey()];
    const OTP_RETIRED_KEYS = Buffer.from(JSON.stringify([before.jwk])).toString('base64url');
    const keys = publishedKeys(readProofSettings({ OTP_SIGNING_KEY: now.text, OTP_RETIRED_KEYS }));
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Object.keys(key)).toEqual(['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use']);
  });

  test.each(['', 'x', '{}', '[]', 'null', '{"kty":"EC","crv":"P-384"}', '{"kty":"oct","k":"AAAA"}'])(
    'are refused as a signing key: %j',
    (json) => {
      const OTP_SIGNING_KEY = `${Buffer.from(json).toString('base64url')} `;
      const read = () => readProofSettings({ OTP_SIGNING_KEY });
      if (json === '') expect(read()).toBeUndefined();
      else expect(read).toThrow('OTP_SIGNING_KEY');
    },
  );
});
