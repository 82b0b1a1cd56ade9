import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { printTroubles } from '../../../scripts/deployment/plan/print-deployment';
import { BROKEN, actionsOf, rehearsal } from './rehearsal';
import type { Rehearsal } from './rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const RATE_LIMITED = { VERIFY_RATE_LIMIT: 'codes_per_number' };

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

describe('another deployment', () => {
  test('of the same tree changes nothing with at most twelve requests', async () => {
    await place.deploy({ variables: RATE_LIMITED });
    const again = await place.requestsOf(async () => {
      expect(actionsOf(await place.deploy({ variables: RATE_LIMITED }))).toEqual({});
    });
    expect(again.filter((request) => !request.startsWith('GET '))).toEqual([]);
    // Two of them are for the rate limit. The look at the account that the command begins with is one more.
    expect(again.length).toBeLessThanOrEqual(12);
    await place.verify();
  });

  test('uploads only the function that changed', async () => {
    await place.deploy();
    place.rebuild('another');
    const made = await place.requestsOf(async () => {
      expect(actionsOf(await place.deploy())).toEqual({
        Functions: 'update',
        Build: 'create',
        Deployment: 'update',
        'Parent flow': 'update',
      });
    });
    const versions = place
      .serverless()
      .flatMap(({ resources }) =>
        [...resources.function.values()].map(({ friendlyName, versions: all }) => [
          friendlyName.split(' ')[0],
          all.size,
        ]),
      );
    const twice = versions.filter(([, count]) => count === 2).map(([name]) => name);
    expect(twice.sort()).toEqual(['/manifest', '/start-verify']);
    // One to validate and one to publish, with the build in its message.
    expect(made.filter((request) => /^POST studio/.test(request))).toHaveLength(2);
    await place.verify();
  });

  test('goes back to a build that is still there', async () => {
    await place.deploy();
    const [first, file] = [await place.runningBuild(), 'dist/functions/start-verify.protected.js'];
    const source = place.readFile(file);
    place.rebuild('another');
    await place.deploy();
    expect(await place.runningBuild()).not.toBe(first);
    writeFileSync(path.join(place.projectDirectory, file), source);
    expect(actionsOf(await place.deploy())).toEqual({ Deployment: 'update', 'Parent flow': 'update' });
    expect(await place.runningBuild()).toBe(first);
  });

  test('makes room for large variables before it sets them', async () => {
    const large = (...names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, 'x'.repeat(440)]));
    for (const variables of [
      { ...large('A', 'B', 'C', 'D', 'E', 'F'), G: 'small' },
      { ...large('U', 'V', 'W', 'X', 'Y', 'G'), Z: 'small' },
      { ...large('U', 'V', 'W', 'X', 'Y', 'Z'), G: 'small' },
    ])
      expect(printTroubles(await place.deploy({ variables }))).toEqual([]);
  });

  test('sets, changes and removes its own variables, and no others', async () => {
    await place.deploy({ variables: { LOOKUP_LINE_TYPE: 'true' } });
    const { client } = place.account;
    const [environment] = await client.serverless.v1.services('phone-verification').environments.list();
    const variables = client.serverless.v1
      .services(place.serverless()[0]?.sid ?? '')
      .environments(environment?.sid ?? '').variables;
    await variables.create({ key: 'BY_HAND', value: 'x' });
    await place.deploy({ variables: { LOOKUP_LINE_TYPE: 'false', VERIFY_RATE_LIMIT: 'off' } });
    const left = (await variables.list()).map(({ key, value }) => [key, value]);
    expect(Object.fromEntries(left)).toEqual({
      BY_HAND: 'x',
      DEPLOYMENT_MARK: expect.stringMatching(/^environment=made .* variables=LOOKUP_LINE_TYPE$/),
      LOOKUP_LINE_TYPE: 'false',
      VERIFY_SERVICE_SID: expect.stringMatching(/^VA/),
      SYNC_SERVICE_SID: expect.stringMatching(/^IS/),
    });
    await place.verify();
  });

  test('publishes the subflow and the parent that pins it', async () => {
    await place.deploy();
    place.edit('verify-subflow', (flow) => ({ ...flow, description: `${flow.description} Edited.` }));
    expect(actionsOf(await place.deploy())).toEqual({ 'Verify subflow': 'update', 'Parent flow': 'update' });
    expect(JSON.stringify(place.revisions('parent-ivr').at(-1)?.definition)).toContain('"flow_revision":"2"');
    await place.verify();
  });

  test('repairs a Verify service that somebody changed', async () => {
    await place.deploy();
    const [service] = place.twilio.store.verifyServices.values();
    Object.assign(service ?? {}, { codeLength: 4, doNotShareWarningEnabled: true });
    await place.deploy();
    expect(service).toMatchObject({ codeLength: 6, doNotShareWarningEnabled: false });
    await place.verify();
  });

  test('repairs a Sync service that somebody changed, and keeps what is in it', async () => {
    await place.deploy();
    const [service] = place.twilio.store.syncServices.values();
    const { documents } = place.account.client.sync.v1.services(service?.sid ?? '');
    await documents.create({ uniqueName: 'one', data: { tries: 1 } });
    Object.assign(service ?? {}, { aclEnabled: true, webhooksFromRestEnabled: true });
    expect(actionsOf(await place.deploy())).toEqual({ 'Sync service': 'update' });
    expect(service).toMatchObject({ aclEnabled: false, webhooksFromRestEnabled: false });
    expect((await documents('one').fetch()).data).toEqual({ tries: 1 });
  });

  test('stops when a flow was published meanwhile', async () => {
    await place.deploy();
    place.edit('parent-ivr', (flow) => ({ ...flow, description: `${flow.description} Edited.` }));
    const race = place.twilio.onRequest(({ path: urlPath }) => {
      if (!urlPath.endsWith('/Validate')) return;
      race();
      const flow = place.twilio.store.flows.get(place.sidOf('parent-ivr'));
      const newest = flow?.revisions.at(-1);
      if (newest) flow?.revisions.push({ ...newest, revision: newest.revision + 1 });
    });
    expect(printTroubles(await place.deploy())).toEqual([
      expect.stringMatching(
        /Parent flow .*changed under this deployment: .*is at revision 2 now; run it again/,
      ),
    ]);
    await place.verify();
  });

  test('takes no list that was cut short for the whole', async () => {
    await place.deploy();
    const before = place.twilio.store.flows.size;
    place.twilio.faults.add({ host: 'studio.twilio.com', path: /Flows$/, method: 'GET', effect: BROKEN });
    await expect(place.deploy()).rejects.toMatchObject({ status: 500 });
    expect(place.twilio.store.flows.size).toBe(before);
  });
});
