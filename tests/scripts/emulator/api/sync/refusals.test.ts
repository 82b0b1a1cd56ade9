import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aDocument, aMap, anItem, aService, outcomeOf } from './arrange';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

/** JSON of exactly this many bytes; an umlaut is two. */
const ofBytes = (bytes: number): string => JSON.stringify({ a: `ü${'x'.repeat(bytes - 10)}` });

describe('a document', () => {
  test.each<[string, object, string]>([
    ['no parameters', {}, 'fulfilled'],
    ['16 KiB of data', { data: ofBytes(16_384) }, 'fulfilled'],
    ['one byte more', { data: ofBytes(16_385) }, '54006/413'],
    ['data that is no JSON', { data: 'not json' }, '54008/400'],
    ['a list as data', { data: '[1]' }, '54008/400'],
    ['null as data', { data: 'null' }, '54101/400'],
    ['a name of 320 characters', { uniqueName: 'n'.repeat(320) }, 'fulfilled'],
    ['one character more', { uniqueName: 'n'.repeat(321) }, '54302/400'],
    ['an empty name', { uniqueName: '' }, '54302/400'],
    ['a name like a SID', { uniqueName: `ET${'0'.repeat(32)}` }, '54302/400'],
    ['the shortest life', { ttl: 1 }, 'fulfilled'],
    ['the longest life', { ttl: 31_536_000 }, 'fulfilled'],
    ['a longer one', { ttl: 31_536_001 }, '54011/400'],
    ['a life before now', { ttl: -1 }, '54011/400'],
  ])('with %s is made, or why not', async (_name, parameters, outcome) => {
    const { documents } = await aService(twilio);
    expect(await outcomeOf(documents.create(parameters))).toBe(outcome);
  });

  test.each<[string, object, string]>([
    ['nothing', {}, '54010/400'],
    ['broken data', { data: '{' }, '54008/400'],
    ['too much data', { data: ofBytes(16_385) }, '54006/413'],
    ['an impossible life', { data: {}, ttl: 31_536_001 }, '54011/400'],
  ])('is not updated with %s', async (_name, parameters, outcome) => {
    const document = await aDocument(twilio);
    expect(await outcomeOf(document.update(parameters))).toBe(outcome);
    expect(await document.fetch()).toMatchObject({ revision: '0', data: { tries: 0 } });
  });
});

describe('a map', () => {
  test.each<[string, object, string]>([
    ['a name that another has', { uniqueName: 'one' }, '54301/409'],
    ['a name like a SID', { uniqueName: `MP${'0'.repeat(32)}` }, '54302/400'],
    ['an impossible life', { collectionTtl: 31_536_001 }, '54011/400'],
    ['an alias that does not count', { collectionTtl: 1, ttl: -1 }, 'fulfilled'],
  ])('with %s is made, or why not', async (_name, parameters, outcome) => {
    const { syncMaps } = await aService(twilio);
    await syncMaps.create({ uniqueName: 'one' });
    expect(await outcomeOf(syncMaps.create(parameters))).toBe(outcome);
  });

  test('is not updated with nothing', async () => {
    expect(await outcomeOf((await aMap(twilio)).update({}))).toBe('54010/400');
  });
});

describe('an item', () => {
  test.each<[string, { key: string; data: unknown }, string]>([
    ['a key that another has', { key: 'a', data: {} }, '54208/409'],
    ['a key of 320 characters', { key: 'k'.repeat(320), data: {} }, 'fulfilled'],
    ['one character more', { key: 'k'.repeat(321), data: {} }, '54209/400'],
    ['an empty key', { key: '', data: {} }, '54209/400'],
    ['null as data', { key: 'b', data: 'null' }, '54206/400'],
    ['data that is no JSON', { key: 'b', data: 'b' }, '54008/400'],
    ['too much data', { key: 'b', data: ofBytes(16_385) }, '54006/413'],
  ])('with %s is made, or why not', async (_name, parameters, outcome) => {
    const { syncMapItems } = await aMap(twilio);
    await syncMapItems.create({ key: 'a', data: {} });
    expect(await outcomeOf(syncMapItems.create(parameters))).toBe(outcome);
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['a life of its map alone', { collectionTtl: 60 }],
  ])('is not updated with %s', async (_name, parameters) => {
    expect(await outcomeOf((await anItem(twilio)).update(parameters))).toBe('54010/400');
  });

  test.each([{ order: 'up' }, { from: 'a', bounds: 'near' }])('is not listed by %j', async (options) => {
    const { syncMapItems } = await aMap(twilio);
    expect(await outcomeOf(syncMapItems.list(options as object))).toBe('20001/400');
  });
});

describe('a service', () => {
  test.each([
    [999, '20001/400'],
    [1000, 'fulfilled'],
    [30_000, 'fulfilled'],
    [30_001, '20001/400'],
  ])('that waits %d ms for clients to come back is %s', async (reachabilityDebouncingWindow, outcome) => {
    const { services } = twilio.client.sync.v1;
    expect(await outcomeOf(services.create({ reachabilityDebouncingWindow }))).toBe(outcome);
    expect(await outcomeOf((await aService(twilio)).update({ reachabilityDebouncingWindow }))).toBe(outcome);
  });

  test('called "default" is there for whoever asks', async () => {
    const { services } = twilio.client.sync.v1;
    const { sid } = await services('default').documents.create({ uniqueName: 'one' });
    expect((await services('default').documents('one').fetch()).sid).toBe(sid);
    expect((await services.list()).map(({ uniqueName }) => uniqueName)).toEqual(['default']);
  });

  test('keeps its documents from other services', async () => {
    await aDocument(twilio);
    const other = await aService(twilio);
    expect(await outcomeOf(other.documents('one').fetch())).toBe('20404/404');
  });

  test('shows at most 100 things on a page', async () => {
    const made = await aService(twilio);
    expect(await outcomeOf(made.documents.list({ pageSize: 101 }))).toBe('20007/400');
  });
});
