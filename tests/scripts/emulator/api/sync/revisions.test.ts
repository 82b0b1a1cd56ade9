import { account, type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { ask, basic } from '../../../../support/raw-request';
import { aDocument, anItem, aService, countOutcomes, outcomeOf } from './arrange';

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const AT_ONCE = 50;
const times = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: AT_ONCE }, (_each, index) => make(index));

describe('If-Match', () => {
  test('lets one of many updates of a document through', async () => {
    const document = await aDocument(twilio);
    const updates = times((index) => document.update({ data: { winner: index }, ifMatch: '0' }));
    expect(await countOutcomes(updates)).toEqual({ fulfilled: 1, '54103/412': AT_ONCE - 1 });
    const [winner] = (await Promise.allSettled(updates)).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value] : [],
    );
    expect(await document.fetch()).toMatchObject({ data: winner?.data, revision: '1' });
  });

  test('lets one of many updates of an item through', async () => {
    const item = await anItem(twilio);
    const updates = times((index) => item.update({ data: { winner: index }, ifMatch: '0' }));
    expect(await countOutcomes(updates)).toEqual({ fulfilled: 1, '54205/412': AT_ONCE - 1 });
  });

  test('lets one of many deletions of an item through', async () => {
    const item = await anItem(twilio);
    const removals = times(() => item.remove({ ifMatch: '0' }));
    expect(await countOutcomes(removals)).toEqual({ fulfilled: 1, '20404/404': AT_ONCE - 1 });
  });

  test('keeps an item from being deleted at another revision', async () => {
    const item = await anItem(twilio);
    await item.update({ data: {} });
    expect(await outcomeOf(item.remove({ ifMatch: '0' }))).toBe('54205/412');
    expect(await outcomeOf(item.remove({ ifMatch: '1' }))).toBe('fulfilled');
  });

  test.each([
    ['0', 'fulfilled'],
    ['"0"', 'fulfilled'],
    ['1', '54103/412'],
    ['00', '54103/412'],
    ['*', '54003/400'],
    ['-1', '54003/400'],
    ['latest', '54003/400'],
    ['"0', '54003/400'],
  ])('of %s at revision 0 is %s', async (ifMatch, outcome) => {
    const document = await aDocument(twilio);
    expect(await outcomeOf(document.update({ data: {}, ifMatch }))).toBe(outcome);
    expect((await document.fetch()).revision).toBe(outcome === 'fulfilled' ? '1' : '0');
  });

  test('is not needed: the last of many updates wins', async () => {
    const document = await aDocument(twilio);
    const updates = times((index) => document.update({ data: { [`from_${index}`]: true } }));
    expect(await countOutcomes(updates)).toEqual({ fulfilled: AT_ONCE });
    const { revision, data } = await document.fetch();
    expect(revision).toBe(String(AT_ONCE));
    expect(Object.keys(data as object)).toHaveLength(1);
  });
});

describe('the revision', () => {
  test('is the ETag of every answer that shows one', async () => {
    const document = await aDocument(twilio);
    const { url } = await document.update({ data: {} });
    const { pathname } = new URL(url);
    const answer = await ask(twilio.server.url, {
      ...{ host: 'sync.twilio.com', path: pathname },
      headers: basic(account),
    });
    expect(answer?.headers['etag']).toBe('1');
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ revision: '1' });
  });

  test('of a map grows with its items', async () => {
    const { syncMaps } = await aService(twilio);
    const map = syncMaps((await syncMaps.create()).sid);
    await map.syncMapItems.create({ key: 'a', data: {} });
    await map.syncMapItems('a').update({ data: {} });
    await map.syncMapItems('a').remove();
    expect((await map.fetch()).revision).toBe('3');
  });
});

describe('a unique name', () => {
  test('is given to one of many creations', async () => {
    const { documents } = await aService(twilio);
    const creations = times(() => documents.create({ uniqueName: 'lock' }));
    expect(await countOutcomes(creations)).toEqual({ fulfilled: 1, '54301/409': AT_ONCE - 1 });
  });

  test('is free again once its document is deleted', async () => {
    const { documents } = await aService(twilio);
    await documents.create({ uniqueName: 'lock' });
    await documents('lock').remove();
    expect(await outcomeOf(documents.create({ uniqueName: 'lock' }))).toBe('fulfilled');
  });
});
