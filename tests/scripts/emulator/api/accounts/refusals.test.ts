import { account } from '../../../../support/local-twilio';
import { from, startWithNumber, to, url } from '../../../../support/outgoing-calls';

const other = '+14155550198';
const [service, empty] = [`MG${'a'.repeat(32)}`, `MG${'b'.repeat(32)}`];
const [fixed, past] = ['fixed' as const, new Date(0)];

describe('a new message', () => {
  test.each([
    ['a recipient that is no number', { to: '+1415' }, 21211],
    ['no sender', { from: '' }, 21603],
    ['a sender that is no number', { from: 'Acme' }, 21212],
    ['a number that is not held', { from: other }, 21659],
    ['the same number at both ends', { to: from }, 21266],
    ['no text', { body: '' }, 21602],
    ['1 601 characters', { body: 'a'.repeat(1601) }, 21617],
    ['a callback that is no URL', { statusCallback: 'example' }, 21609],
    ['a country that is left out', { to: '+34600000001' }, 21408],
    ['two channels', { to: `whatsapp:${to}` }, 21910],
    ['a WhatsApp sender that is not held', { from: `whatsapp:${other}`, to: `whatsapp:${to}` }, 63007],
    ['one WhatsApp address twice', { from: `whatsapp:${from}`, to: `whatsapp:${from}` }, 63031],
    ['an unknown messaging service', { messagingServiceSid: `MG${'c'.repeat(32)}` }, 21701],
    ['an empty messaging service', { from: '', messagingServiceSid: empty }, 21703],
    ['a schedule without a service', { scheduleType: fixed, sendAt: past }, 35118],
    ['a schedule without a time', { messagingServiceSid: service, scheduleType: fixed }, 35111],
    ['a schedule in the past', { messagingServiceSid: service, scheduleType: fixed, sendAt: past }, 35114],
  ])('with %s is refused', async (_what, changes, code) => {
    const twilio = await startWithNumber();
    twilio.context.store.messagingServices.set(service, [from]).set(empty, []);
    twilio.context.store.closedCountries.messages.add('ES');
    const asked = twilio.client.messages.create(withoutBlanks({ from, to, body: 'Hello', ...changes }));
    await expect(asked).rejects.toMatchObject({ code, status: 400 });
    expect(twilio.context.inbox.messagesTo(to)).toEqual([]);
    await twilio.server.close();
  });
});

describe('a new call', () => {
  test.each([
    ['a recipient that is no number', { to: '+1415' }, 21211],
    ['the same number at both ends', { to: from }, 21211],
    ['a sender that is no number', { from: 'Acme' }, 21212],
    ['a number that is not held', { from: other }, 21210],
    ['an address that is none', { url: 'example' }, 21205],
    ['no instructions', { url: '' }, 21205],
    ['no time to ring', { timeout: 0 }, 21208],
    ['a country that is left out', { to: '+34600000001' }, 21215],
    ['answering machines in mind', { machineDetection: 'Enable' }, 20001],
    ['a recording', { record: true }, 20001],
  ])('with %s is refused', async (_what, changes, code) => {
    const twilio = await startWithNumber();
    twilio.context.store.closedCountries.calls.add('ES');
    const asked = twilio.client.calls.create({ from, to, url, ...changes });
    await expect(asked).rejects.toMatchObject({ code, status: 400 });
    expect(twilio.context.store.calls.size).toBe(0);
    await twilio.server.close();
  });
});

describe('a new resource', () => {
  test.each([
    ['Messages', { From: from, Body: 'Hello' }, 21604],
    ['Calls', { From: from, Url: url }, 21201],
    ['Calls', { To: to, Url: url }, 21213],
  ])('of %s whose end is missing is refused', async (resource, data, code) => {
    const twilio = await startWithNumber();
    const uri = `https://api.twilio.com/2010-04-01/Accounts/${account.sid}/${resource}.json`;
    const answer: unknown = await twilio.client.request({ method: 'post', uri, data });
    expect(answer).toMatchObject({ statusCode: 400, body: { code } });
    await twilio.stop();
  });
});

/** The SDK sends an empty value; what is left out must not be there at all. */
function withoutBlanks<T extends object>(order: T): T {
  return Object.fromEntries(Object.entries(order).filter(([, value]) => value !== '')) as T;
}
