import { printTroubles } from '../../../scripts/deployment/plan/print-deployment';
import { readCommitMessage } from '../../../scripts/deployment/versions/flow-versions';
import { madeName } from '../../../scripts/deployment/mark/made-here';
import { placeholdersIn } from '../../../studio/wiring/placeholders-in';
import { BROKEN, TOO_MANY, rehearsal } from './rehearsal';
import type { Rehearsal } from './rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

describe('a first deployment', () => {
  test('lets a caller be verified', async () => {
    expect((await place.deploy()).status).toBe('deployed');
    await place.verify();
  });

  test('makes a Verify service that an IVR can use', async () => {
    await place.deploy();
    expect([...place.twilio.store.verifyServices.values()]).toEqual([
      expect.objectContaining({
        codeLength: 6,
        doNotShareWarningEnabled: false,
        friendlyName: 'Hotline dev',
      }),
    ]);
  });

  test('makes a Sync service, and tells the functions of it', async () => {
    await place.deploy();
    const [service] = place.twilio.store.syncServices.values();
    expect(service).toMatchObject({
      ...{ friendlyName: 'phone-verification (dev)', aclEnabled: false },
      ...{ webhookUrl: null, webhooksFromRestEnabled: false, reachabilityWebhooksEnabled: false },
    });
    const variables = place
      .serverless()
      .flatMap(({ environments }) =>
        [...environments.values()].flatMap((environment) => [...environment.variables.values()]),
      );
    expect(variables).toContainEqual(
      expect.objectContaining({ key: 'SYNC_SERVICE_SID', value: service?.sid }),
    );
  });

  test('publishes both flows wired, with version and build in their messages', async () => {
    await place.deploy();
    for (const name of ['verify-subflow', 'parent-ivr'] as const) {
      const [revision, ...others] = place.revisions(name);
      expect(others).toEqual([]);
      expect(readCommitMessage(revision?.commitMessage)).toMatchObject({
        name,
        buildSid: await place.runningBuild(),
      });
      expect(revision && placeholdersIn(revision.definition)).toEqual([]);
    }
  });

  test('pins the subflow in the parent and leads the number there', async () => {
    await place.deploy();
    const text = JSON.stringify(place.revisions('parent-ivr')[0]?.definition);
    expect(text).toContain(`"flow_sid":"${place.sidOf('verify-subflow')}"`);
    expect(text).toContain('"flow_revision":"1"');
    expect(place.voiceUrl()).toMatch(new RegExp(`/Flows/${place.sidOf('parent-ivr')}$`));
  });

  test('uploads again what came too soon', async () => {
    place.twilio.faults.add({ host: 'serverless-upload.twilio.com', times: 2, effect: TOO_MANY });
    expect((await place.deploy()).status).toBe('deployed');
    await place.verify();
  });

  test('asks again for a status that it could not read', async () => {
    place.twilio.faults.add({ host: 'serverless.twilio.com', path: /Status$/, times: 2, effect: BROKEN });
    place.twilio.faults.add({
      host: 'serverless.twilio.com',
      path: /Status$/,
      times: 1,
      effect: { kind: 'cut-before' },
    });
    expect((await place.deploy()).status).toBe('deployed');
  });

  test('says which function made the build fail', async () => {
    place.rebuild('\n)');
    const deployment = await place.deploy();
    expect(printTroubles(deployment)).toEqual([
      expect.stringMatching(/^Cannot deploy Build .*failed: function \/start-verify cannot be parsed: /),
    ]);
    expect(place.twilio.store.flows.size).toBe(0);
    expect(place.voiceUrl()).toBe('');
  });

  test('stops where another one has just begun', async () => {
    const { client } = place.account;
    const race = place.twilio.onRequest(({ path: urlPath }) => {
      race();
      if (urlPath.includes('Flows') || urlPath.includes('Services'))
        void client.serverless.v1.services.create({ uniqueName: 'phone-verification', friendlyName: 'x' });
    });
    const deployment = await place.deploy();
    expect(printTroubles(deployment)).toEqual([
      expect.stringMatching(
        /^Cannot deploy Serverless service .*changed under this deployment.*run it again$/,
      ),
    ]);
    expect(place.twilio.store.verifyServices.size).toBe(0);
  });

  test.each([
    ['a function', 'serverless.twilio.com', /Functions$/],
    ['a version', 'serverless-upload.twilio.com', /Versions$/],
    ['a build', 'serverless.twilio.com', /Builds$/],
    ['the Verify service', 'verify.twilio.com', /Services$/],
    ['the Sync service', 'sync.twilio.com', /Services$/],
    ['a variable', 'serverless.twilio.com', /Variables$/],
    ['a flow', 'studio.twilio.com', /Flows$/],
  ])('leaves no duplicate after an answer about %s was lost', async (_name, host, pattern) => {
    place.twilio.faults.add({ host, path: pattern, method: 'POST', times: 1, effect: { kind: 'cut-after' } });
    expect((await place.deploy()).status).toBe('failed');
    place.twilio.faults.clear();
    expect((await place.deploy()).status).toBe('deployed');
    await place.verify();
    const { store } = place.twilio;
    const { verifyServices, syncServices, serverlessServices, flows } = store;
    expect([verifyServices, syncServices, serverlessServices, flows].map(({ size }) => size)).toEqual([
      ...[1, 1, 1, 2],
    ]);
    const names = place
      .serverless()
      .flatMap(({ resources }) => [...resources.function.values()].map(({ friendlyName }) => friendlyName));
    expect(names).toEqual(
      expect.arrayContaining(['/check-verify', '/manifest', '/start-verify'].map(madeName)),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
