import { applyDestruction, planDestruction } from '../../../../scripts/deployment/destroy/destroy';
import { isNothingToDestroy } from '../../../../scripts/deployment/destroy/destroy-plan';
import type { ExplicitSids } from '../../../../scripts/deployment/want-names';
import { BROKEN, NUMBER, rehearsal } from '../rehearsal';
import type { Rehearsal } from '../rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const MINE = 'https://example.com/mine';

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

const plan = (environment = 'dev', sids: ExplicitSids = {}) =>
  planDestruction(place.account, { environment, sids, verifyFriendlyName: 'Hotline' });

async function destroy(environment = 'dev', sids: ExplicitSids = {}) {
  return applyDestruction(place.account, await plan(environment, sids));
}

/** What is left in the account. */
function left() {
  const { store } = place.twilio;
  return {
    flows: store.flows.size,
    verifyServices: store.verifyServices.size,
    syncServices: store.syncServices.size,
    environments: place.serverless().flatMap(({ environments }) => [...environments.values()]).length,
    services: store.serverlessServices.size,
    numbers: store.phoneNumbers.size,
  };
}

describe('destroying an installation', () => {
  test('leaves nothing of it but the number, which leads nowhere', async () => {
    await place.deploy();
    await destroy();
    expect(left()).toEqual({
      flows: 0,
      ...{ verifyServices: 0, syncServices: 0 },
      environments: 0,
      services: 0,
      numbers: 1,
    });
    expect(place.voiceUrl()).toBe('');
    expect(isNothingToDestroy((await plan()).plan)).toBe(true);
  });

  test('gives a number back that was taken over', async () => {
    for (const number of place.twilio.store.phoneNumbers.values()) Object.assign(number, { voiceUrl: MINE });
    await place.deploy({ permissions: { takeOver: true } });
    await destroy();
    expect(place.voiceUrl()).toBe(MINE);
  });

  test('leaves the other environment alone', async () => {
    await place.deploy();
    await place.deploy({ environment: 'stage', phoneNumber: null });
    await destroy('stage');
    expect(left()).toEqual({
      flows: 2,
      ...{ verifyServices: 1, syncServices: 1 },
      environments: 1,
      services: 1,
      numbers: 1,
    });
    await place.verify();
  });

  test('leaves what other people made', async () => {
    const { client } = place.account;
    await client.verify.v2.services.create({ friendlyName: 'Hotline prod' });
    await client.verify.v2.services.create({ friendlyName: 'Hotline' });
    await client.sync.v1.services.create({ friendlyName: 'phone-verification' });
    await place.deploy();
    const definition = place.revisions('parent-ivr')[0]?.definition;
    const flow = { friendlyName: 'parent-ivr', status: 'published', definition } as const;
    const { webhookUrl } = await client.studio.v2.flows.create(flow);
    for (const number of place.twilio.store.phoneNumbers.values()) number.voiceUrl = webhookUrl;
    await destroy('prod');
    expect(place.voiceUrl()).toBe(webhookUrl);
    expect(left()).toMatchObject({ flows: 3, verifyServices: 3, syncServices: 2 });
  });

  test('leaves what the settings name', async () => {
    const { client } = place.account;
    const verify = await client.verify.v2.services.create({ friendlyName: 'Mine' });
    const sync = await client.sync.v1.services.create({ friendlyName: 'Mine', aclEnabled: true });
    const serverless = await client.serverless.v1.services.create({ uniqueName: 'mine', friendlyName: 'x' });
    const sids = { verifyService: verify.sid, syncService: sync.sid, serverlessService: serverless.sid };
    await place.deploy({ sids });
    expect(place.twilio.store.syncServices.get(sync.sid)).toMatchObject({ aclEnabled: false });
    await destroy('dev', sids);
    expect(left()).toEqual({
      flows: 0,
      ...{ verifyServices: 1, syncServices: 1 },
      environments: 0,
      services: 1,
      numbers: 1,
    });
  });

  test.each([
    ['leads to what the settings name', '', 'its webhook'],
    ['was taken over', MINE, MINE],
  ])('leaves a flow that the settings name, with a number that %s', async (_which, before, after) => {
    for (const number of place.twilio.store.phoneNumbers.values()) number.voiceUrl = before;
    await place.deploy({ permissions: { takeOver: true } });
    const webhookUrl = place.voiceUrl();
    await destroy('dev', { parentFlow: place.sidOf('parent-ivr') });
    expect([left().flows, place.voiceUrl()]).toEqual([1, after === MINE ? MINE : webhookUrl]);
  });

  test('deletes flows that were edited in the console since', async () => {
    await place.deploy();
    await place.editInConsole('parent-ivr', (flow) => ({ ...flow, description: 'Mine 1.0.0: edited.' }));
    await destroy();
    expect(left().flows).toBe(0);
  });

  test('stops at the first refusal, and goes on when it is run again', async () => {
    await place.deploy();
    place.twilio.faults.add({ host: 'studio.twilio.com', method: 'DELETE', times: 1, effect: BROKEN });
    const results = await destroy();
    expect(results.map(({ status }) => status)).toEqual(['done', 'failed', ...Array(5).fill('skipped')]);
    await destroy();
    expect(left()).toMatchObject({ flows: 0, services: 0 });
  });

  test('finds the Sync service again after it could not be deleted', async () => {
    await place.deploy();
    place.twilio.faults.add({ host: 'sync.twilio.com', method: 'DELETE', times: 1, effect: BROKEN });
    expect((await destroy()).map(({ status }) => status)).toContain('failed');
    expect(left()).toMatchObject({ syncServices: 1, environments: 1 });
    await destroy();
    expect(left()).toMatchObject({ syncServices: 0, environments: 0 });
  });

  test('shows what goes before anything does', async () => {
    await place.deploy();
    const changes = await place.changesOf(async () => {
      const { steps } = (await plan()).plan;
      expect(steps.map(({ kind, action }) => [kind, action])).toEqual([
        ['Phone number', 'update'],
        ['Parent flow', 'delete'],
        ['Verify subflow', 'delete'],
        ['Verify service', 'delete'],
        ['Sync service', 'delete'],
        ['Environment', 'delete'],
        ['Serverless service', 'delete'],
      ]);
      expect(steps[0]?.name).toBe(NUMBER);
    });
    expect(changes).toEqual([]);
  });
});
