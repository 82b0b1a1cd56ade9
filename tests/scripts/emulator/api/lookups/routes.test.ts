import { lookups } from '../../../../../scripts/emulator/api/lookups/product';
import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { testRoutes } from '../../../../support/route-cases';

const fields = 'line_type_intelligence';

describe('Lookup v2', () => {
  testRoutes(lookups, {
    'GET /v2/PhoneNumbers/{PhoneNumber}': async ({ client }) => {
      const found = await client.lookups.v2.phoneNumbers('+34612345678').fetch({ fields });
      expect(found).toMatchObject({ phoneNumber: '+34612345678', countryCode: 'ES', valid: true });
      expect(found.lineTypeIntelligence).toMatchObject({ type: 'mobile' });
    },
  });
});

describe('PhoneNumber', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio();
  });
  afterEach(() => twilio.stop());

  const fetch = (number: string) => twilio.client.lookups.v2.phoneNumbers(number).fetch({ fields });

  test('tells the line type that the store gives', async () => {
    twilio.context.store.lineTypes.set('+14155550100', 'landline');
    expect((await fetch('+14155550100')).lineTypeIntelligence).toMatchObject({ type: 'landline' });
  });

  test('leaves out a package nobody asked for', async () => {
    const found = await twilio.client.lookups.v2.phoneNumbers('+14155550100').fetch();
    expect(found.lineTypeIntelligence).toBeNull();
  });

  test('takes a number without plus for an American one', async () => {
    expect(await fetch('4155550100')).toMatchObject({ phoneNumber: '+14155550100', countryCode: 'US' });
  });

  test('puts the error of a package inside it', async () => {
    const found = await fetch('+14165550100');
    expect(found).toMatchObject({ valid: true, countryCode: 'CA' });
    expect(found.lineTypeIntelligence).toMatchObject({ type: null, errorCode: 60601 });
  });

  test.each([
    ['+1415555', 'TOO_SHORT'],
    ['+141555501000', 'TOO_LONG'],
    ['+99912345678', 'INVALID_COUNTRY_CODE'],
    ['+11155550100', 'INVALID_BUT_POSSIBLE'],
    ['hello', 'NOT_A_NUMBER'],
  ])('answers 200 and valid=false for %s: %s', async (number, reason) => {
    const found = await fetch(number);
    expect(found).toMatchObject({ valid: false, validationErrors: [reason], countryCode: null });
    expect(found.lineTypeIntelligence).toBeNull();
  });
});
