import { sync } from '../../../../../scripts/emulator/api/sync/product';
import { type RouteCase, testRoutes } from '../../../../support/route-cases';
import { aDocument, aMap, anItem, aService } from './arrange';

const service = '/v1/Services';
const documents = `${service}/{ServiceSid}/Documents`;
const maps = `${service}/{ServiceSid}/Maps`;
const items = `${maps}/{MapSid}/Items`;

const cases: Record<string, RouteCase> = {
  [`POST ${service}`]: async ({ client }) => {
    const made = await client.sync.v1.services.create({ friendlyName: 'Example', aclEnabled: true });
    expect(made).toMatchObject({
      ...{ friendlyName: 'Example', uniqueName: null, aclEnabled: true },
      ...{ webhooksFromRestEnabled: false, reachabilityDebouncingWindow: 5000 },
    });
  },
  [`GET ${service}`]: async ({ client }) => {
    for (const friendlyName of ['One', 'Two', 'Three'])
      await client.sync.v1.services.create({ friendlyName });
    const listed = await client.sync.v1.services.list({ pageSize: 2 });
    expect(listed.map((each) => each.friendlyName)).toEqual(['Three', 'Two', 'One']);
  },
  [`GET ${service}/{Sid}`]: async (twilio) => {
    const { sid } = await (await aService(twilio)).fetch();
    const fetched = await twilio.client.sync.v1.services(sid).fetch();
    expect(fetched.links).toMatchObject({
      documents: `${fetched.url}/Documents`,
      maps: `${fetched.url}/Maps`,
    });
  },
  [`POST ${service}/{Sid}`]: async (twilio) => {
    const changed = await (await aService(twilio)).update({ webhooksFromRestEnabled: true });
    expect(changed).toMatchObject({ friendlyName: 'Example', webhooksFromRestEnabled: true });
  },
  [`DELETE ${service}/{Sid}`]: async (twilio) => {
    const made = await aService(twilio);
    await made.remove();
    await expect(made.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${documents}`]: async (twilio) => {
    const made = await (await aService(twilio)).documents.create({ data: { code: '042' }, ttl: 60 });
    expect(made).toMatchObject({
      ...{ uniqueName: null, data: { code: '042' }, revision: '0', createdBy: 'system' },
      dateExpires: new Date('2026-01-01T12:01:00Z'),
    });
    expect(made.links).toEqual({ permissions: `${made.url}/Permissions` });
  },
  [`GET ${documents}`]: async (twilio) => {
    const made = await aService(twilio);
    for (const uniqueName of ['one', 'two', 'three']) await made.documents.create({ uniqueName });
    const listed = await made.documents.list({ pageSize: 2 });
    expect(listed.map((each) => each.uniqueName)).toEqual(['three', 'two', 'one']);
  },
  [`GET ${documents}/{Sid}`]: async (twilio) => {
    const { sid, serviceSid } = await (await aDocument(twilio)).fetch();
    const bySid = await twilio.client.sync.v1.services(serviceSid).documents(sid).fetch();
    expect(bySid).toMatchObject({ uniqueName: 'one', data: { tries: 0 }, dateExpires: null });
  },
  [`POST ${documents}/{Sid}`]: async (twilio) => {
    const document = await aDocument(twilio);
    twilio.clock.advance(5000);
    expect(await document.update({ data: { used: true }, ifMatch: '0' })).toMatchObject({
      ...{ data: { used: true }, revision: '1' },
      ...{ dateCreated: new Date('2026-01-01T12:00:00Z'), dateUpdated: new Date('2026-01-01T12:00:05Z') },
    });
  },
  [`DELETE ${documents}/{Sid}`]: async (twilio) => {
    const document = await aDocument(twilio);
    await document.remove();
    await expect(document.fetch()).rejects.toMatchObject({ code: 20404, status: 404 });
  },
  [`POST ${maps}`]: async (twilio) => {
    const made = await (await aService(twilio)).syncMaps.create({ uniqueName: 'one', ttl: 60 });
    expect(made).toMatchObject({ uniqueName: 'one', dateExpires: new Date('2026-01-01T12:01:00Z') });
    expect(made.links).toEqual({ items: `${made.url}/Items`, permissions: `${made.url}/Permissions` });
  },
  [`GET ${maps}`]: async (twilio) => {
    const made = await aService(twilio);
    for (const uniqueName of ['one', 'two', 'three']) await made.syncMaps.create({ uniqueName });
    const listed = await made.syncMaps.list({ pageSize: 1 });
    expect(listed.map((each) => each.uniqueName)).toEqual(['three', 'two', 'one']);
  },
  [`GET ${maps}/{Sid}`]: async (twilio) => {
    const { sid, serviceSid } = await (await aMap(twilio)).fetch();
    const bySid = await twilio.client.sync.v1.services(serviceSid).syncMaps(sid).fetch();
    expect(bySid).toMatchObject({ uniqueName: 'one', revision: '0' });
  },
  [`POST ${maps}/{Sid}`]: async (twilio) => {
    const changed = await (await aMap(twilio)).update({ ttl: 1, collectionTtl: 60 });
    expect(changed.dateExpires).toEqual(new Date('2026-01-01T12:01:00Z'));
  },
  [`DELETE ${maps}/{Sid}`]: async (twilio) => {
    const map = await aMap(twilio);
    await map.remove();
    await expect(map.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${items}`]: async (twilio) => {
    const map = await aMap(twilio);
    const made = await map.syncMapItems.create({
      key: 'a b',
      data: { x: 1 },
      itemTtl: 60,
      collectionTtl: 120,
    });
    expect(made).toMatchObject({ key: 'a b', data: { x: 1 }, revision: '0' });
    expect(made.url).toMatch(/Items\/a%20b$/);
    expect(made.dateExpires).toEqual(new Date('2026-01-01T12:01:00Z'));
    expect((await map.fetch()).dateExpires).toEqual(new Date('2026-01-01T12:02:00Z'));
  },
  [`GET ${items}`]: async (twilio) => {
    const { syncMapItems } = await aMap(twilio);
    for (const key of ['b', 'd', 'a', 'c']) await syncMapItems.create({ key, data: {} });
    const keys = async (options: object): Promise<string> =>
      (await syncMapItems.list(options)).map(({ key }) => key).join('');
    expect(await keys({ pageSize: 2 })).toBe('abcd');
    expect(await keys({ order: 'desc', pageSize: 3 })).toBe('dcba');
    expect(await keys({ from: 'b' })).toBe('bcd');
    expect(await keys({ from: 'b', bounds: 'exclusive' })).toBe('cd');
    expect(await keys({ from: 'bb', order: 'desc' })).toBe('ba');
  },
  [`GET ${items}/{Key}`]: async (twilio) => {
    expect(await (await anItem(twilio)).fetch()).toMatchObject({ key: 'a', data: { tries: 0 } });
  },
  [`POST ${items}/{Key}`]: async (twilio) => {
    const changed = await (await anItem(twilio)).update({ data: { used: true }, ifMatch: '0', ttl: 60 });
    expect(changed).toMatchObject({ data: { used: true }, revision: '1' });
    expect(changed.dateExpires).toEqual(new Date('2026-01-01T12:01:00Z'));
  },
  [`DELETE ${items}/{Key}`]: async (twilio) => {
    const item = await anItem(twilio);
    await item.remove({ ifMatch: '0' });
    await expect(item.fetch()).rejects.toMatchObject({ code: 20404 });
  },
};

describe('Sync v1', () => {
  testRoutes(sync, cases);
});
