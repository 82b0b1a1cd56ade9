import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aDocument, aMap, anItem, aService, countOutcomes, outcomeOf } from './arrange';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('a TTL', () => {
  test('ends a document at its moment, and frees the name', async () => {
    const { documents } = await aService(twilio);
    await documents.create({ uniqueName: 'one', ttl: 10 });
    twilio.clock.advance(9_999);
    expect(await outcomeOf(documents('one').fetch())).toBe('fulfilled');
    twilio.clock.advance(1);
    expect(await documents.list()).toEqual([]);
    expect(await outcomeOf(documents('one').fetch())).toBe('20404/404');
    expect(await outcomeOf(documents('one').update({ data: {}, ifMatch: '0' }))).toBe('20404/404');
    expect(await documents.create({ uniqueName: 'one' })).toMatchObject({ revision: '0', dateExpires: null });
  });

  test('stays where it was when the data change', async () => {
    const { documents } = await aService(twilio);
    await documents.create({ uniqueName: 'one', ttl: 10 });
    twilio.clock.advance(5_000);
    await documents('one').update({ data: { used: true } });
    twilio.clock.advance(5_000);
    expect(await outcomeOf(documents('one').fetch())).toBe('20404/404');
  });

  test.each([
    [60, '20404/404'],
    [120, 'fulfilled'],
    [0, 'fulfilled'],
  ])('of %d seconds counts from the update that brings it', async (ttl, outcome) => {
    const { documents } = await aService(twilio);
    await documents.create({ uniqueName: 'one', ttl: 10 });
    twilio.clock.advance(5_000);
    await documents('one').update({ ttl });
    twilio.clock.advance(60_000);
    expect(await outcomeOf(documents('one').fetch())).toBe(outcome);
  });

  test('ends an item, and leaves the map', async () => {
    const map = await aMap(twilio);
    const { syncMapItems } = map;
    await syncMapItems.create({ key: 'a', data: {}, itemTtl: 10, ttl: 600 });
    twilio.clock.advance(10_000);
    expect(await syncMapItems.list()).toEqual([]);
    expect(await outcomeOf(syncMapItems('a').fetch())).toBe('20404/404');
    expect(await outcomeOf(syncMapItems.create({ key: 'a', data: {} }))).toBe('fulfilled');
    expect(await outcomeOf(map.fetch())).toBe('fulfilled');
  });

  test('of a map ends its items too', async () => {
    const { syncMaps } = await aService(twilio);
    const map = syncMaps((await syncMaps.create({ collectionTtl: 10 })).sid);
    await map.syncMapItems.create({ key: 'a', data: {} });
    twilio.clock.advance(10_000);
    expect(await outcomeOf(map.syncMapItems('a').fetch())).toBe('20404/404');
    expect(await syncMaps.list()).toEqual([]);
  });

  test('may be told to come late, as it may at Twilio', async () => {
    twilio.context.store.syncSettings.expiryDelay = 120_000;
    const { documents } = await aService(twilio);
    await documents.create({ uniqueName: 'one', ttl: 10 });
    twilio.clock.advance(129_999);
    const { dateExpires } = await documents('one').fetch();
    expect(dateExpires.getTime()).toBeLessThan(twilio.clock.now());
    twilio.clock.advance(1);
    expect(await outcomeOf(documents('one').fetch())).toBe('20404/404');
  });
});

describe('the rate', () => {
  test('of writes is 200 at once, and 20 in each second after that', async () => {
    const document = await aDocument(twilio);
    const write = () => document.update({ data: {} });
    expect(await countOutcomes(times(201, write))).toEqual({ fulfilled: 200, '54009/429': 1 });
    twilio.clock.advance(1_000);
    expect(await countOutcomes(times(21, write))).toEqual({ fulfilled: 20, '54009/429': 1 });
    twilio.clock.advance(60_000);
    expect(await countOutcomes(times(201, write))).toEqual({ fulfilled: 200, '54009/429': 1 });
  });

  test('of writes counts those with another revision', async () => {
    const document = await aDocument(twilio);
    const write = () => document.update({ data: {}, ifMatch: '7' });
    expect(await countOutcomes(times(201, write))).toEqual({ '54103/412': 200, '54009/429': 1 });
  });

  test.each([
    [1_024, 200],
    [2_048, 100],
    [10_240, 20],
    [16_384, 20],
  ])('of writes of %d bytes is %d at once', async (bytes, most) => {
    const document = await aDocument(twilio);
    const data = JSON.stringify({ a: 'x'.repeat(bytes - 8) });
    expect(await countOutcomes(times(most + 1, () => document.update({ data })))).toEqual({
      ...{ fulfilled: most, '54009/429': 1 },
    });
  });

  test('of reads is a document its own', async () => {
    const document = await aDocument(twilio);
    expect(await countOutcomes(times(201, () => document.fetch()))).toEqual({
      fulfilled: 200,
      '54009/429': 1,
    });
    expect(await outcomeOf(document.update({ data: {} }))).toBe('fulfilled');
    expect(await outcomeOf((await aDocument(twilio)).fetch())).toBe('fulfilled');
  });

  test('of a map is that of all its items', async () => {
    const { syncMapItems } = await aMap(twilio);
    await countOutcomes(times(99, () => syncMapItems.create({ key: 'a', data: {} })));
    await syncMapItems.create({ key: 'b', data: {} });
    const writes = times(101, () => syncMapItems('b').update({ data: {} }));
    expect(await countOutcomes(writes)).toEqual({ fulfilled: 100, '54009/429': 1 });
    const reads = times(201, () => syncMapItems('b').fetch());
    expect(await countOutcomes(reads)).toEqual({ fulfilled: 200, '54009/429': 1 });
    expect(await outcomeOf(syncMapItems.list())).toBe('54009/429');
  });

  test('of creations and deletions is that of a service', async () => {
    const { documents, syncMaps } = await aService(twilio);
    await countOutcomes(times(100, () => documents.create({ uniqueName: 'one' })));
    const creations = times(99, () => syncMaps.create());
    expect(await countOutcomes(creations)).toEqual({ fulfilled: 99 });
    expect(await outcomeOf(documents('one').remove())).toBe('fulfilled');
    expect(await outcomeOf(documents.create())).toBe('54009/429');
    expect(await outcomeOf((await aService(twilio)).documents.create())).toBe('fulfilled');
  });

  test('is switched off where a test wants more at one moment', async () => {
    const off = { writesPerSecond: Infinity, readsPerSecond: Infinity, creationsPerSecond: Infinity };
    Object.assign(twilio.context.store.syncSettings, off);
    const item = await anItem(twilio);
    const { documents } = await aService(twilio);
    const all = times(250, () => [item.update({ data: {} }), item.fetch(), documents.create()]);
    expect(await countOutcomes(all.flat())).toEqual({ fulfilled: 750 });
  });
});

describe('a fault', () => {
  const host = 'sync.twilio.com';

  test('cuts an answer off after the effect', async () => {
    const document = await aDocument(twilio);
    twilio.faults.add({ host, method: 'POST', times: 1, effect: { kind: 'cut-after' } });
    expect(await outcomeOf(document.update({ data: { used: true }, ifMatch: '0' }))).toMatch(/^ECONNRESET/);
    expect(await outcomeOf(document.update({ data: { used: true }, ifMatch: '0' }))).toBe('54103/412');
    expect(await document.fetch()).toMatchObject({ revision: '1', data: { used: true } });
  });

  test('answers instead, and nothing happens', async () => {
    const document = await aDocument(twilio);
    const effect = { kind: 'answer', status: 503, code: 20503, message: 'Service unavailable' } as const;
    twilio.faults.add({ host, path: /Documents\/one$/, times: 1, effect });
    expect(await outcomeOf(document.update({ data: {} }))).toBe('20503/503');
    expect((await document.fetch()).revision).toBe('0');
  });
});
