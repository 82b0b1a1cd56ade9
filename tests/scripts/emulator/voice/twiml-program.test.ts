import {
  FAILURE,
  from,
  heardBy,
  notesOf,
  pass,
  phoneOf,
  said,
  startWithNumber,
  to,
  twiml,
  url,
} from '../../../support/outgoing-calls';

describe('a Gather', () => {
  const document = twiml(
    '<Gather action="/done?a=1" numDigits="4"><Say>Code?</Say></Gather><Say>Nothing.</Say>',
  );

  test('sends the keys to its action', async () => {
    const twilio = await startWithNumber();
    phoneOf(twilio).behave({ keys: ['1234'] });
    twilio.webhooks.answers
      .set(url, document)
      .set('https://example.com/done?a=1', twiml('<Say>Thanks.</Say>'));
    await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 20);
    expect(twilio.webhooks.asked[1]).toMatchObject({
      url: 'https://example.com/done?a=1',
      parameters: { Digits: '1234' },
    });
    expect(heardBy(twilio)).toEqual([said('Code?'), said('Thanks.')]);
    await twilio.stop();
  });

  test('lets the next verb follow when nobody presses a key', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(url, document);
    await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 20);
    expect(heardBy(twilio)).toEqual([said('Code?'), said('Nothing.')]);
    await twilio.stop();
  });

  test('without an action asks its own document again', async () => {
    const twilio = await startWithNumber();
    phoneOf(twilio).behave({ keys: ['1#', ''] });
    twilio.webhooks.answers.set(url, twiml('<Gather/>'));
    await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 20);
    expect(twilio.webhooks.asked.map(({ parameters }) => parameters.Digits)).toEqual([undefined, '1']);
    await twilio.stop();
  });
});

describe('TwiML on a call', () => {
  test.each([
    ['that cannot be read', { ...twiml(''), body: '<Response>' }, 12100],
    ['of an unknown type', { ...twiml(''), contentType: 'application/json' }, 12300],
    ['that is an error', { ...twiml(''), status: 500 }, 11200],
    ['that never comes', { failure: 'timeout' }, 11200],
    ['that is too large', { failure: 'too-large' }, 11750],
  ] as const)('%s is said to be wrong, and ends the call', async (_what, answer, code) => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(url, answer);
    const { sid } = await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 20);
    expect(heardBy(twilio)).toEqual([FAILURE]);
    expect(notesOf(twilio)).toMatchObject([{ code }]);
    expect(await twilio.client.calls(sid).fetch()).toMatchObject({ status: 'completed' });
    await twilio.stop();
  });

  test('that fails goes to the fallback once', async () => {
    const twilio = await startWithNumber();
    const fallbackUrl = 'https://example.com/fallback';
    twilio.webhooks.answers.set(url, { failure: 'network' }).set(fallbackUrl, twiml('<Say>Sorry.</Say>'));
    await twilio.client.calls.create({ from, to, url, fallbackUrl });
    await pass(twilio, 20);
    expect(heardBy(twilio)).toEqual([said('Sorry.')]);
    expect(twilio.webhooks.asked[1]?.parameters).toMatchObject({ ErrorCode: '11200', ErrorUrl: url });
    await twilio.stop();
  });

  test('may be a text to say', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(url, { status: 200, contentType: 'text/plain', body: 'Hello' });
    await twilio.client.calls.create({ from, to, url, method: 'GET' });
    await pass(twilio, 20);
    expect(twilio.webhooks.asked[0]?.method).toBe('GET');
    expect(heardBy(twilio)).toEqual([said('Hello')]);
    await twilio.stop();
  });

  test('goes on where a redirect leads, and stops at a hang-up', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers
      .set(url, twiml('<Dial>+1</Dial><Redirect>/next</Redirect><Say>Never.</Say>'))
      .set('https://example.com/next', twiml('<Say>Here.</Say><Hangup/><Say>Never.</Say>'));
    await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 20);
    expect(heardBy(twilio)).toEqual([said('Here.')]);
    expect(notesOf(twilio)).toEqual([
      { code: null, message: expect.stringContaining('<Dial> is not imitated') },
    ]);
    await twilio.stop();
  });

  test('does not go round in circles for ever', async () => {
    const twilio = await startWithNumber();
    twilio.webhooks.answers.set(url, twiml('<Redirect/>'));
    await twilio.client.calls.create({ from, to, url });
    await pass(twilio, 1000);
    expect(heardBy(twilio)).toEqual([FAILURE]);
    expect(twilio.webhooks.asked).toHaveLength(1000);
    await twilio.stop();
  });
});
