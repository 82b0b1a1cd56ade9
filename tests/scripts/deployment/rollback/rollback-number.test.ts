import { installation, type Installation } from '../installation';

const NUMBER = '+14155550199';
const OLD_URL = 'https://example.com/voice';

// A deployment each, to a local Twilio.
jest.setTimeout(120_000);

describe('rollback of a number that was taken over', () => {
  let here: Installation;

  beforeEach(async () => {
    here = await installation();
    here.twilio.addPhoneNumber(NUMBER, { voiceUrl: OLD_URL, voiceMethod: 'GET' });
    await here.deploy({ phoneNumber: NUMBER, permissions: { takeOver: true } });
  });
  afterEach(() => here.stop());
  const number = () => [...here.twilio.store.phoneNumbers.values()][0];

  test('gives it back when asked to', async () => {
    expect(number()?.voiceUrl).toContain(here.sidOf('parent-ivr'));
    expect((await here.rollBack({ to: '1.0.0' })).results).toHaveLength(3);
    const rollback = await here.rollBack({ to: '1.0.0', restoreNumber: true });
    expect(rollback.results[3]).toMatchObject({
      status: 'done',
      step: { kind: 'Phone number', name: NUMBER, reason: `leads to ${OLD_URL} again` },
    });
    expect(number()).toMatchObject({ voiceUrl: OLD_URL, voiceMethod: 'GET' });
    const again = await here.rollBack({ to: '1.0.0', restoreNumber: true });
    expect(again.results[3]).toMatchObject({ status: 'kept', step: { name: 'none' } });
  });

  test('leaves it alone when it leads elsewhere by now', async () => {
    const sid = number()?.sid ?? '';
    await here.account.client.incomingPhoneNumbers(sid).update({ voiceUrl: 'https://example.com/new' });
    const rollback = await here.rollBack({ to: '1.0.0', restoreNumber: true });
    expect(rollback.results[3]).toMatchObject({
      status: 'kept',
      step: { reason: 'leads elsewhere by now' },
    });
    expect(number()?.voiceUrl).toBe('https://example.com/new');
  });
});
