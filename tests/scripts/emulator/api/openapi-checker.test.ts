import { type Exchange, problemsOf } from '../../../support/openapi-checker';

const fetchAccount: Exchange = {
  method: 'GET',
  host: 'api.twilio.com',
  path: `/2010-04-01/Accounts/AC${'0'.repeat(32)}.json`,
  query: {},
  form: {},
  status: 200,
  body: {
    auth_token: null,
    date_created: 'Thu, 01 Jan 2026 12:00:00 +0000',
    date_updated: 'Thu, 01 Jan 2026 12:00:00 +0000',
    friendly_name: 'Example',
    owner_account_sid: `AC${'0'.repeat(32)}`,
    sid: `AC${'0'.repeat(32)}`,
    status: 'active',
    subresource_uris: {},
    type: 'Full',
    uri: '/',
  },
};
const body = fetchAccount.body as object;
const without = (name: string) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
const error = {
  code: 20404,
  message: 'Gone',
  more_info: 'https://www.twilio.com/docs/errors/20404',
  status: 404,
};

describe('problemsOf', () => {
  test('finds nothing in a good exchange', () => {
    expect(problemsOf(fetchAccount)).toEqual([]);
    expect(problemsOf({ ...fetchAccount, status: 404, body: error })).toEqual([]);
  });

  test.each<[string, Partial<Exchange>, string]>([
    ['an unknown operation', { path: '/2010-04-01/Nothing.json' }, 'no such operation'],
    ['an unknown query parameter', { query: { Colour: 'red' } }, 'Colour'],
    ['an unknown form parameter', { form: { Colour: 'red' } }, 'Colour'],
    ['a SID in the path that is none', { path: '/2010-04-01/Accounts/AC1.json' }, 'pattern'],
    ['an unknown status', { status: 201 }, 'status 201'],
    ['a value of the wrong type', { body: { ...body, friendly_name: 1 } }, '/friendly_name must be string'],
    ['a value outside an enum', { body: { ...body, status: 'sleepy' } }, '/status must be equal'],
    ['a missing property', { body: without('uri') }, '/uri is missing'],
    ['no properties at all', { body: {} }, '/auth_token is missing'],
    ['an extra property', { body: { ...body, colour: 'red' } }, '/colour is extra'],
    [
      'an error without more_info',
      { status: 404, body: { ...error, more_info: undefined } },
      'shape of an error',
    ],
    ['an error of another status', { status: 400, body: error }, 'shape of an error'],
  ])('finds %s', (_name, change, problem) => {
    expect(problemsOf({ ...fetchAccount, ...change }).join()).toContain(problem);
  });
});
