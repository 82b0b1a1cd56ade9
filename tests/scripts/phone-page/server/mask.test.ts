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

describe('withoutSecrets', () => {
  test('hides what may be a code', () => {
    expect(withoutSecrets('Your code is: 123456. From +14155550100')).toBe('Your code is: ••••••. From …00');
  });
});

describe('masked', () => {
  test.each([
    ['code', '123456', '••••••'],
    ['widgets.ask_code.Digits', '1234', '••••'],
    ['to', '+14155550100', '…00'],
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
