import {
  isRestoreKey,
  readRestoreValue,
  restoreKey,
  restoreValue,
} from '../../../../scripts/deployment/number/restore-variable';
import { leadsTo } from '../../../../scripts/deployment/number/leads-to';
import { sid } from '../example-want';

const NUMBER = {
  sid: sid('PN', 1),
  phoneNumber: '+14155550199',
  voiceUrl: 'https://example.com/voice?a=b',
  voiceMethod: 'GET',
  voiceApplicationSid: null,
  trunkSid: null,
};

describe('restoreValue', () => {
  test.each([
    ['a URL', {}],
    ['no URL', { voiceUrl: '' }],
    ['an application', { voiceApplicationSid: sid('AP', 1), voiceUrl: '', voiceMethod: 'POST' }],
  ])('keeps %s so that it can be read again', (_name, settings) => {
    const number = { ...NUMBER, ...settings };
    const { voiceUrl, voiceMethod, voiceApplicationSid } = number;
    expect(readRestoreValue(restoreValue(number))).toEqual({
      ...{ voiceUrl, voiceMethod },
      voiceApplicationSid: voiceApplicationSid ?? '',
    });
  });
});

describe('readRestoreValue', () => {
  test('leads nowhere when nothing was kept', () => {
    expect(readRestoreValue(undefined)).toEqual({
      voiceUrl: '',
      voiceMethod: 'POST',
      voiceApplicationSid: '',
    });
  });
});

describe('isRestoreKey', () => {
  test('knows its own variables from others', () => {
    expect(isRestoreKey(restoreKey(NUMBER.sid))).toBe(true);
    expect(['RESTORE_ME', 'VERIFY_SERVICE_SID', `X_RESTORE_${NUMBER.sid}`].filter(isRestoreKey)).toEqual([]);
  });
});

describe('leadsTo', () => {
  test.each([
    ['nothing', { voiceUrl: '' }, null],
    ["Twilio's own greeting", { voiceUrl: 'https://demo.twilio.com/welcome/voice/' }, null],
    ['a URL', {}, NUMBER.voiceUrl],
    ['an application before the URL', { voiceApplicationSid: 'AP1' }, 'the TwiML application AP1'],
    ['a trunk before all', { voiceApplicationSid: 'AP1', trunkSid: 'TK1' }, 'the trunk TK1'],
  ])('finds %s', (_name, settings, target) => {
    expect(leadsTo({ ...NUMBER, ...settings })).toBe(target);
  });
});
