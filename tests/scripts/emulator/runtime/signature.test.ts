import {
  hasValidSignature,
  signFunctionRequest,
  signJsonFunctionRequest,
} from '../../../../scripts/emulator/runtime/signature';
import type { EdgeRequest } from '../../../../scripts/emulator/runtime/functions-host';

const TOKEN = '0123456789abcdef0123456789abcdef';
const ORIGIN = 'https://verify-1234-dev.twil.io';
const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

function post(path: string, headers: Record<string, string>, body: string): EdgeRequest {
  return { method: 'POST', domain: 'verify-1234-dev.twil.io', path, headers, body };
}

function signedForm(parameters: Record<string, string>, path = '/start?a=1'): EdgeRequest {
  const signature = signFunctionRequest(TOKEN, ORIGIN + path, parameters);
  const body = new URLSearchParams(parameters).toString();
  return post(path, { ...FORM, 'x-twilio-signature': signature }, body);
}

describe('hasValidSignature', () => {
  test('accepts a signed form with a query', () => {
    expect(hasValidSignature(signedForm({ to: '+14155550100', name: "O'Brien & Söhne" }), TOKEN)).toBe(true);
  });

  test('accepts a signed request without parameters', () => {
    expect(hasValidSignature({ ...signedForm({}, '/start'), method: 'GET', body: '' }, TOKEN)).toBe(true);
  });

  test.each([
    ['another field', (request: EdgeRequest) => ({ ...request, body: `${request.body}&code=1` })],
    [
      'a field named as a property',
      (request: EdgeRequest) => ({ ...request, body: `${request.body}&__proto__=1` }),
    ],
    ['another path', (request: EdgeRequest) => ({ ...request, path: '/check?a=1' })],
    ['another domain', (request: EdgeRequest) => ({ ...request, domain: 'other.twil.io' })],
    ['no signature', (request: EdgeRequest) => ({ ...request, headers: FORM })],
    [
      'an empty signature',
      (request: EdgeRequest) => ({ ...request, headers: { ...FORM, 'x-twilio-signature': '' } }),
    ],
  ])('refuses %s', (_what, change) => {
    expect(hasValidSignature(change(signedForm({ to: '+14155550100' })), TOKEN)).toBe(false);
  });

  test('refuses the signature of another account', () => {
    expect(hasValidSignature(signedForm({ to: '+14155550100' }), 'f'.repeat(32))).toBe(false);
  });

  test.each(['application/json', 'text/plain', '', 'application/x-www-form-urlencodedx'])(
    'refuses a body of type "%s" that nothing signs',
    (type) => {
      const signature = signFunctionRequest(TOKEN, `${ORIGIN}/start`, {});
      const headers = { 'content-type': type, 'x-twilio-signature': signature };
      expect(hasValidSignature(post('/start', headers, '{}'), TOKEN)).toBe(false);
      expect(hasValidSignature(post('/start', headers, ''), TOKEN)).toBe(true);
    },
  );

  test('accepts a signed JSON body and no other', () => {
    const body = JSON.stringify({ to: '+14155550100' });
    const { url, signature } = signJsonFunctionRequest(TOKEN, `${ORIGIN}/start`, body);
    const { pathname, search } = new URL(url);
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
    expect(hasValidSignature(post(pathname + search, headers, body), TOKEN)).toBe(true);
    expect(hasValidSignature(post(pathname + search, headers, '{}'), TOKEN)).toBe(false);
    expect(hasValidSignature(post(pathname, headers, body), TOKEN)).toBe(false);
  });
});
