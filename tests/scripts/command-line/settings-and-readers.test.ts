import { readSettings as readInFunction } from '../../../functions/lib/settings.private';
import { SETTINGS } from '../../../scripts/command-line/settings';
import type { LocalTwilio } from '../../../scripts/emulator/local-twilio';
import { startLocalTwilio } from '../../../scripts/emulator/local-twilio';

const SID = 'VA0123456789abcdef0123456789abcdef';

function takes(name: string, value: string): boolean {
  const setting = SETTINGS.find((candidate) => candidate.name === name);
  if (setting === undefined) throw new Error(`No setting ${name}`);
  return setting.pattern.test(value);
}

describe('pattern of VERIFY_SERVICE_SID', () => {
  const functionTakes = (sid: string): boolean => {
    try {
      return readInFunction({ VERIFY_SERVICE_SID: sid }).serviceSid === sid;
    } catch {
      return false;
    }
  };

  test.each([
    SID,
    SID.toUpperCase(),
    SID.slice(1),
    `${SID}0`,
    SID.replace('VA', 'AC'),
    `${SID.slice(0, -1)}g`,
  ])('says of %s what the Function says', (sid) => {
    expect(takes('VERIFY_SERVICE_SID', sid)).toBe(functionTakes(sid));
  });
});

describe('pattern of LOOKUP_LINE_TYPE', () => {
  const isOn = (value: string): boolean =>
    readInFunction({ VERIFY_SERVICE_SID: SID, LOOKUP_LINE_TYPE: value }).checksLineType;

  test.each(['true', 'TRUE', 'True'])('takes %s, which turns the Function on', (value) => {
    expect([takes('LOOKUP_LINE_TYPE', value), isOn(value)]).toEqual([true, true]);
  });

  test.each(['false', 'FALSE'])('takes %s, which leaves the Function off', (value) => {
    expect([takes('LOOKUP_LINE_TYPE', value), isOn(value)]).toEqual([true, false]);
  });

  test.each(['yes', '1', 'on', 'truee'])('refuses %s, which the Function reads as off', (value) => {
    expect([takes('LOOKUP_LINE_TYPE', value), isOn(value)]).toEqual([false, false]);
  });
});

describe('pattern of VERIFY_RATE_LIMIT', () => {
  let local: LocalTwilio;
  beforeAll(async () => {
    local = await startLocalTwilio({ clock: 'virtual' });
  });
  afterAll(() => local.stop());

  const names = [
    'calls',
    'calls.per-number',
    'Calls_2',
    'x'.repeat(64),
    'x'.repeat(65),
    'two words',
    'a/b',
    'ñ',
  ];

  test.each(names)('says of %s what Verify says', async (uniqueName) => {
    const { services } = local.client().verify.v2;
    const { sid } = await services.create({ friendlyName: 'Hotline' });
    const created = services(sid).rateLimits.create({ uniqueName });
    const isCreated = await created.then(
      () => true,
      () => false,
    );
    expect(takes('VERIFY_RATE_LIMIT', uniqueName)).toBe(isCreated);
  });
});
