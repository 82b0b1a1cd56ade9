import { applyDestruction, planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { printTroubles } from '../../../scripts/deployment/plan/print-deployment';
import type { ExplicitSids } from '../../../scripts/deployment/want-names';
import { actionsOf, rehearsal, type Rehearsal } from './rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

const TAKE_OVER = { permissions: { takeOver: true } };

async function destroy(sids: ExplicitSids = {}) {
  const target = { environment: 'dev', sids, verifyFriendlyName: 'Hotline' };
  const planned = await planDestruction(place.account, target);
  const results = await applyDestruction(place.account, planned);
  return results.map(({ step, status }) => [step.kind, step.name, status]);
}

/** A service of our name as somebody makes it in the console: an environment with a variable, and a build that runs. */
async function makeServiceByHand() {
  const { client } = place.account;
  const service = await client.serverless.v1.services.create({
    ...{ uniqueName: 'phone-verification', friendlyName: 'phone-verification', includeCredentials: true },
  });
  const own = client.serverless.v1.services(service.sid);
  const environment = await own.environments.create({ uniqueName: 'dev', domainSuffix: 'dev' });
  await own.environments(environment.sid).variables.create({ key: 'MY_API_KEY', value: 'secret' });
  const buildSid = await buildByHand(service.sid);
  await own.environments(environment.sid).deployments.create({ buildSid });
  return { serviceSid: service.sid, buildSid };
}

/** A function of somebody's own, in a build without our manifest. */
async function buildByHand(serviceSid: string): Promise<string> {
  const own = place.account.client.serverless.v1.services(serviceSid);
  const mine = await own.functions.create({ friendlyName: '/mine' });
  const content = new TextEncoder().encode('exports.handler = (c, e, done) => done(null, "mine");');
  const file = { kind: 'function', path: '/mine', visibility: 'public', content, hash: '' } as const;
  const version = await place.account.upload(
    { ...file, contentType: 'application/javascript' },
    { serviceSid, resourceSid: mine.sid },
  );
  const { sid } = await own.builds.create({ functionVersions: [version], runtime: 'node22' });
  await place.twilio.wait(60_000);
  return sid;
}

function variablesOf(): Record<string, string> {
  const environments = place.serverless().flatMap((service) => [...service.environments.values()]);
  const all = environments.flatMap(({ variables }) => [...variables.values()]);
  return Object.fromEntries(all.map(({ key, value }) => [key, value]));
}

describe('a Serverless service that somebody else made', () => {
  test('is neither changed nor deleted', async () => {
    const { buildSid } = await makeServiceByHand();
    const changes = await place.changesOf(async () => {
      const deployment = await place.deploy();
      expect(deployment.status).toBe('blocked');
      expect(printTroubles(deployment).join('\n')).toMatch(
        /build ZB\w+ runs there, which this project did not/,
      );
      expect((await destroy()).map(([, , status]) => status)).toEqual(['kept', 'kept']);
    });
    expect(changes).toEqual([]);
    expect(await place.runningBuild()).toBe(buildSid);
  });

  test('keeps its own when it was taken over, and goes on with less than before', async () => {
    await makeServiceByHand();
    expect((await place.deploy(TAKE_OVER)).status).toBe('deployed');
    expect(variablesOf()).toMatchObject({ MY_API_KEY: 'secret' });
    await place.verify();
    expect(actionsOf(await place.deploy())).toEqual({});
    expect(await destroy()).toContainEqual(['Serverless service', 'phone-verification', 'kept']);
    expect(variablesOf()).toEqual({ MY_API_KEY: 'secret' });
    const { flows, verifyServices, syncServices } = place.twilio.store;
    expect([flows.size, verifyServices.size, syncServices.size]).toEqual([0, 0, 0]);
  });
});

describe('a Verify service that somebody else made', () => {
  test('is neither changed nor deleted', async () => {
    const { sid } = await place.account.client.verify.v2.services.create({
      ...{ friendlyName: 'Hotline dev', codeLength: 4 },
    });
    expect((await place.deploy()).status).toBe('blocked');
    expect(await destroy()).toEqual([['Verify service', 'Hotline dev', 'kept']]);
    expect(place.twilio.store.verifyServices.get(sid)).toMatchObject({ codeLength: 4 });
  });

  test('is used when it was taken over, and left when the rest goes', async () => {
    const { sid } = await place.account.client.verify.v2.services.create({
      ...{ friendlyName: 'Hotline dev', codeLength: 4 },
    });
    await place.deploy(TAKE_OVER);
    expect(variablesOf()).toMatchObject({ VERIFY_SERVICE_SID: sid });
    expect(actionsOf(await place.deploy())).toEqual({});
    await destroy();
    expect([...place.twilio.store.verifyServices.keys()]).toEqual([sid]);
    expect(place.twilio.store.serverlessServices.size).toBe(0);
  });
});

describe('what somebody else put beside our own', () => {
  test('stays where it is a function, and the service with it', async () => {
    await place.deploy();
    const [service] = place.serverless();
    await buildByHand(service?.sid ?? '');
    expect((await destroy()).at(-1)).toEqual(['Serverless service', 'phone-verification', 'kept']);
    expect(
      [...(service?.resources.function.values() ?? [])].map(({ friendlyName }) => friendlyName),
    ).toContain('/mine');
  });

  test('blocks where it is the build that runs', async () => {
    await place.deploy();
    const [service] = place.serverless();
    const buildSid = await buildByHand(service?.sid ?? '');
    const [environment] = service?.environments.values() ?? [];
    const own = place.account.client.serverless.v1.services(service?.sid ?? '');
    await own.environments(environment?.sid ?? '').deployments.create({ buildSid });
    expect((await place.deploy()).status).toBe('blocked');
    expect((await place.deploy(TAKE_OVER)).status).toBe('deployed');
    await place.verify();
  });

  test('is named where it goes with the environment', async () => {
    await place.deploy();
    const [service] = place.serverless();
    const [environment] = service?.environments.values() ?? [];
    const own = place.account.client.serverless.v1.services(service?.sid ?? '');
    await own.environments(environment?.sid ?? '').variables.create({ key: 'MY_API_KEY', value: 'secret' });
    const { plan } = await planDestruction(place.account, {
      ...{ environment: 'dev', verifyFriendlyName: 'Hotline' },
    });
    const step = plan.steps.find(({ kind }) => kind === 'Environment');
    expect(step?.reason).toBe(
      'this project made it; with it go variables that somebody else set: MY_API_KEY',
    );
  });

  test('stays where it is a flow that was only published over', async () => {
    await place.deploy();
    const definition = place.revisions('parent-ivr')[0]?.definition;
    await destroy();
    await place.account.client.studio.v2.flows.create({
      ...{ friendlyName: 'parent-ivr (dev)', status: 'published', definition },
    });
    const blocked = await place.deploy({ permissions: { overwrite: true } });
    expect(printTroubles(blocked)).toEqual([
      expect.stringMatching(/^Cannot deploy Parent flow .*FW\w+ .*not made by this project; .*--take-over/),
    ]);
    const permissions = { takeOver: true, overwrite: true };
    expect((await place.deploy({ permissions })).status).toBe('deployed');
    expect(actionsOf(await place.deploy())).toEqual({});
    expect(await destroy()).toContainEqual(['Parent flow', 'parent-ivr (dev)', 'kept']);
  });
});

describe('our own things under another name', () => {
  test('are found again, flows too, and not made anew', async () => {
    await place.deploy();
    const { client } = place.account;
    const { store } = place.twilio;
    const parent = place.sidOf('parent-ivr');
    const definition = place.revisions('parent-ivr')[0]?.definition;
    const commitMessage = place.revisions('parent-ivr')[0]?.commitMessage ?? '';
    await client.studio.v2.flows(parent).update({
      ...{ friendlyName: 'Our hotline', status: 'published', definition, commitMessage },
    });
    for (const { sid } of store.verifyServices.values())
      await client.verify.v2.services(sid).update({ friendlyName: 'Renamed' });
    expect(actionsOf(await place.deploy())).toEqual({ 'Verify service': 'update' });
    expect([store.flows.size, store.verifyServices.size]).toEqual([2, 1]);
    await place.verify();
    await destroy();
    expect([store.flows.size, store.verifyServices.size, store.serverlessServices.size]).toEqual([0, 0, 0]);
  });
});
