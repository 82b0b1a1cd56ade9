import { codeIn, masked, withoutNumbers, withoutSecrets } from '../../../../scripts/phone-page/server/mask';

describe('withoutNumbers', () => {
  test.each([
    ['+14155550100 calls', '…00 calls'],
    ['whatsapp:+34612345678', 'whatsapp:…78'],
    ['/v2/Services/VA00000000000000000000000000000001', '/v2/Services/VA00000000000000000000000000000001'],
    ['status 60203', 'status 60203'],
  ])('shows %s as %s', (text, shown) => {
    expect(withoutNumbers(text)).toBe(shown);
  });
});

const PROOF = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl-Zm9yLXRlc3Rz_1234';
const LINK = '/web/start?token=sJ3kUy0oTtWq1bV-7rLx9pQzA2cD4eF6gH8iJ0kLmNo&again=1';

describe('withoutSecrets', () => {
  test.each([
    [`{"proof":"${PROOF}","status":"approved"}`, '{"proof":"eyJ…","status":"approved"}'],
    [`Go to ${LINK}`, 'Go to /web/start?token=sJ3…&again=1'],
    [PROOF.slice(0, 60), 'eyJ…'],
  ])('shortens the token in %s', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });

  test('hides what may be a code', () => {
    expect(withoutSecrets('Your code is: 123456. From +14155550100')).toBe('Your code is: ••••••. From …00');
  });
});

describe('masked', () => {
  test.each([
    ['code', '123456', '••••••'],
    ['widgets.ask_code.Digits', '1234', '••••'],
    ['to', '+14155550100', '…00'],
    ['proof', PROOF, 'eyJ…'],
    ['widgets.ask.parsed.proof', PROOF, 'eyJ…'],
    ['flow.variables.note', `got ${PROOF}`, 'got eyJ…'],
    ['accessToken', 'a1b2c3d4e5f6g7h8', 'a1b…'],
    ['proof', '', ''],
    ['widgets.start_verify.status_code', '200', '200'],
  ])('shows %s = %s as %s', (name, value, shown) => {
    expect(masked(name, value)).toBe(shown);
  });
});

describe('codeIn', () => {
  test.each([
    ['Your Hotline verification code is: 086802', '086802'],
    ['Call +14155550100 back', ''],
    ['Nothing', ''],
  ])('finds in "%s" the code "%s"', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
