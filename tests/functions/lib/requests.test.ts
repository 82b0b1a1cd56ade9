import { readCheckRequest, readStartRequest } from '../../../functions/lib/requests.private';

const CALL_SID = `CA${'a'.repeat(32)}`;

describe('readStartRequest', () => {
  test.each([
    [{ to: '+14155550100' }, { to: '+14155550100', channel: 'sms' }],
    [
      { to: '', channel: '' },
      { to: '', channel: 'sms' },
    ],
    [
      { to: 14155550100, channel: ' WhatsApp ' },
      { to: '14155550100', channel: 'whatsapp' },
    ],
    [
      { to: 'x', channel: 'call', locale: ' pt-BR ', callSid: CALL_SID },
      { to: 'x', channel: 'call', locale: 'pt-BR', callSid: CALL_SID },
    ],
    [
      { to: 'x', locale: 'not a locale', callSid: 'CA1' },
      { to: 'x', channel: 'sms' },
    ],
    [
      { to: 'x', locale: ['en'], callSid: [CALL_SID] },
      { to: 'x', channel: 'sms' },
    ],
  ])('reads %j', (event, request) => {
    expect(readStartRequest(event)).toEqual({ kind: 'request', request });
  });

  test.each([
    [{}, 'Parameter "to" is missing.'],
    [null, 'Parameter "to" is missing.'],
    [Object.create({ to: '+14155550100' }), 'Parameter "to" is missing.'],
    [{ to: ['+14155550100', '+14155550101'] }, 'Parameter "to" must be given once, as a short text.'],
    [{ to: { number: 1 } }, 'Parameter "to" must be given once, as a short text.'],
    [{ to: true }, 'Parameter "to" must be given once, as a short text.'],
    [{ to: '1'.repeat(257) }, 'Parameter "to" must be given once, as a short text.'],
    [{ to: 'x', channel: 'voice' }, 'Parameter "channel" must be one of: sms, whatsapp, call.'],
    [{ to: 'x', channel: ['sms'] }, 'Parameter "channel" must be given once, as a short text.'],
  ])('refuses %j', (event, message) => {
    expect(readStartRequest(event)).toEqual({ kind: 'malformed', message });
  });
});

describe('readCheckRequest', () => {
  test.each([
    [{ to: 'x', code: '012345' }, '012345'],
    [{ to: 'x', code: ' 01 23 45\n' }, '012345'],
    [{ to: 'x', code: 123456 }, '123456'],
    [{ to: 'x', code: '' }, ''],
  ])('reads %j', (event, code) => {
    expect(readCheckRequest(event)).toEqual({ kind: 'request', request: { to: 'x', code } });
  });

  test.each([
    [{ code: '123456' }, 'Parameter "to" is missing.'],
    [{ to: 'x' }, 'Parameter "code" is missing.'],
    [{ to: 'x', code: ['123456', '123457'] }, 'Parameter "code" must be given once, as a short text.'],
  ])('refuses %j', (event, message) => {
    expect(readCheckRequest(event)).toEqual({ kind: 'malformed', message });
  });
});
