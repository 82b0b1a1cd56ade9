import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Deployment } from '../../../scripts/deployment/deploy';
import { readCommitMessage } from '../../../scripts/deployment/flow-versions';
import { printTroubles } from '../../../scripts/deployment/print-deployment';
import type { RequestRecord } from '../../../scripts/emulator/api/gateway';
import type { FaultEffect } from '../../../scripts/emulator/simulate/faults';
import { placeholdersIn } from '../../../studio/wiring/placeholders-in';
import { callVerified } from './call-verified';
import { installation } from './installation';
import type { Installation } from './installation';

const NUMBER = '+14155550199';
const OTHER_NUMBER = '+14155550198';
const RATE_LIMITED = { VERIFY_RATE_LIMIT: 'codes_per_number' };

/** Twilio's answer for a request that came too soon. */
const TOO_MANY: FaultEffect = { kind: 'answer', status: 429, code: 20429, message: 'Too Many Requests' };
const BROKEN: FaultEffect = { kind: 'answer', status: 500, code: 20500, message: 'Internal Server Error' };

let place: Installation;
let requests: RequestRecord[];
beforeEach(async () => {
  place = await installation();
  requests = [];
  place.twilio.onRequest((record) => requests.push(record));
  place.twilio.addPhoneNumber(NUMBER);
});
afterEach(() => place.stop());

const deploy = (options: Parameters<Installation['deploy']>[0] = {}): Promise<Deployment> =>
  place.deploy({ phoneNumber: NUMBER, ...options });

/** The requests of some work, as `POST serverless.twilio.com/v1/Services`. */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = requests.length;
  await work();
  return requests.slice(before).map((record) => `${record.method} ${record.host}${record.path}`);
}

function actionsOf({ plan }: Deployment): Record<string, string> {
  const changes = plan.steps.filter(({ action }) => action !== 'keep');
  return Object.fromEntries(changes.map(({ kind, action }) => [kind, action]));
}

const verify = (number = NUMBER) => callVerified(place.twilio, number);
const isChange = (request: string): boolean => !request.startsWith('GET ');
const serverless = () => [...place.twilio.store.serverlessServices.values()];
const voiceUrlOf = (number: string) =>
  [...place.twilio.store.phoneNumbers.values()].find(({ phoneNumber }) => phoneNumber === number)?.voiceUrl;

describe('a first deployment', () => {
  test('lets a caller be verified', async () => {
    expect((await deploy()).status).toBe('deployed');
    await verify();
  });

  test('makes a Verify service that an IVR can use', async () => {
    await deploy();
    expect([...place.twilio.store.verifyServices.values()]).toEqual([
      expect.objectContaining({
        codeLength: 6,
        doNotShareWarningEnabled: false,
        friendlyName: 'Hotline dev',
      }),
    ]);
  });

  test('publishes both flows wired, with version and build in their messages', async () => {
    await deploy();
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
    await deploy();
    const text = JSON.stringify(place.revisions('parent-ivr')[0]?.definition);
    expect(text).toContain(`"flow_sid":"${place.sidOf('verify-subflow')}"`);
    expect(text).toContain('"flow_revision":"1"');
    expect(voiceUrlOf(NUMBER)).toMatch(new RegExp(`/Flows/${place.sidOf('parent-ivr')}$`));
  });

  test('uploads again what came too soon', async () => {
    place.twilio.faults.add({ host: 'serverless-upload.twilio.com', times: 2, effect: TOO_MANY });
    expect((await deploy()).status).toBe('deployed');
    await verify();
  });

  test('asks again for a status that it could not read', async () => {
    place.twilio.faults.add({ host: 'serverless.twilio.com', path: /Status$/, times: 2, effect: BROKEN });
    place.twilio.faults.add({
      host: 'serverless.twilio.com',
      path: /Status$/,
      times: 1,
      effect: { kind: 'cut-before' },
    });
    expect((await deploy()).status).toBe('deployed');
  });

  test('says which function made the build fail', async () => {
    place.rebuild('\n)');
    const deployment = await deploy();
    expect(printTroubles(deployment)).toEqual([
      expect.stringMatching(/^Cannot deploy Build .*failed: function \/start-verify cannot be parsed: /),
    ]);
    expect(place.twilio.store.flows.size).toBe(0);
    expect(voiceUrlOf(NUMBER)).toBe('');
  });

  test('stops where another one has just begun', async () => {
    const { client } = place.account;
    const race = place.twilio.onRequest(({ path: urlPath }) => {
      race();
      if (urlPath.includes('Flows') || urlPath.includes('Services'))
        void client.serverless.v1.services.create({ uniqueName: 'phone-verification', friendlyName: 'x' });
    });
    const deployment = await deploy();
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
    ['a variable', 'serverless.twilio.com', /Variables$/],
    ['a flow', 'studio.twilio.com', /Flows$/],
  ])('leaves no duplicate after an answer about %s was lost', async (_name, host, pattern) => {
    place.twilio.faults.add({ host, path: pattern, method: 'POST', times: 1, effect: { kind: 'cut-after' } });
    expect((await deploy()).status).toBe('failed');
    place.twilio.faults.clear();
    expect((await deploy()).status).toBe('deployed');
    await verify();
    const { store } = place.twilio;
    expect([store.verifyServices.size, store.serverlessServices.size, store.flows.size]).toEqual([1, 1, 2]);
    const names = serverless().flatMap(({ resources }) =>
      [...resources.function.values()].map(({ friendlyName }) => friendlyName),
    );
    expect(names.sort()).toEqual(['/check-verify', '/manifest', '/start-verify']);
  });
});

describe('another deployment', () => {
  test('of the same tree changes nothing with at most twelve requests', async () => {
    await deploy({ variables: RATE_LIMITED });
    const again = await requestsOf(async () => {
      expect(actionsOf(await deploy({ variables: RATE_LIMITED }))).toEqual({});
    });
    expect(again.filter(isChange)).toEqual([]);
    // One more is the look at the account that the command begins with.
    expect(again.length + 1).toBeLessThanOrEqual(12);
    await verify();
  });

  test('uploads only the function that changed', async () => {
    await deploy();
    place.rebuild('another');
    const made = await requestsOf(async () => {
      expect(actionsOf(await deploy())).toEqual({
        Functions: 'update',
        Build: 'create',
        Deployment: 'update',
      });
    });
    const versions = serverless().flatMap(({ resources }) =>
      [...resources.function.values()].map(({ friendlyName, versions: all }) => [friendlyName, all.size]),
    );
    expect(Object.fromEntries(versions)).toEqual({ '/check-verify': 1, '/start-verify': 2, '/manifest': 2 });
    expect(made.filter((request) => request.includes('studio') && isChange(request))).toEqual([]);
    await verify();
  });

  test('goes back to a build that is still there', async () => {
    await deploy();
    const [first, file] = [await place.runningBuild(), 'dist/functions/start-verify.protected.js'];
    const source = place.readFile(file);
    place.rebuild('another');
    await deploy();
    expect(await place.runningBuild()).not.toBe(first);
    writeFileSync(path.join(place.projectDirectory, file), source);
    expect(actionsOf(await deploy())).toEqual({ Deployment: 'update' });
    expect(await place.runningBuild()).toBe(first);
  });

  test('sets, changes and removes variables', async () => {
    await deploy({ variables: { LOOKUP_LINE_TYPE: 'true' } });
    const { client } = place.account;
    const [environment] = await client.serverless.v1.services('phone-verification').environments.list();
    const variables = client.serverless.v1
      .services(serverless()[0]?.sid ?? '')
      .environments(environment?.sid ?? '').variables;
    await variables.create({ key: 'BY_HAND', value: 'x' });
    await deploy({ variables: { LOOKUP_LINE_TYPE: 'false' } });
    const left = (await variables.list()).map(({ key, value }) => [key, value]);
    expect(Object.fromEntries(left)).toEqual({
      LOOKUP_LINE_TYPE: 'false',
      VERIFY_SERVICE_SID: expect.stringMatching(/^VA/),
    });
    await verify();
  });

  test('publishes the subflow and the parent that pins it', async () => {
    await deploy();
    place.edit('verify-subflow', (flow) => ({ ...flow, description: `${flow.description} Edited.` }));
    expect(actionsOf(await deploy())).toEqual({ 'Verify subflow': 'update', 'Parent flow': 'update' });
    expect(JSON.stringify(place.revisions('parent-ivr').at(-1)?.definition)).toContain('"flow_revision":"2"');
    await verify();
  });

  test('repairs a Verify service that somebody changed', async () => {
    await deploy();
    const [service] = place.twilio.store.verifyServices.values();
    Object.assign(service ?? {}, { codeLength: 4, doNotShareWarningEnabled: true });
    await deploy();
    expect(service).toMatchObject({ codeLength: 6, doNotShareWarningEnabled: false });
    await verify();
  });

  test('stops when a flow was published meanwhile', async () => {
    await deploy();
    place.edit('parent-ivr', (flow) => ({ ...flow, description: `${flow.description} Edited.` }));
    const race = place.twilio.onRequest(({ path: urlPath }) => {
      if (!urlPath.endsWith('/Validate')) return;
      race();
      const flow = place.twilio.store.flows.get(place.sidOf('parent-ivr'));
      const newest = flow?.revisions.at(-1);
      if (newest) flow?.revisions.push({ ...newest, revision: newest.revision + 1 });
    });
    expect(printTroubles(await deploy())).toEqual([
      expect.stringMatching(
        /Parent flow .*changed under this deployment: .*is at revision 2 now; run it again/,
      ),
    ]);
    await verify();
  });

  test('takes no list that was cut short for the whole', async () => {
    await deploy();
    const before = place.twilio.store.flows.size;
    place.twilio.faults.add({ host: 'studio.twilio.com', path: /Flows$/, method: 'GET', effect: BROKEN });
    await expect(deploy()).rejects.toMatchObject({ status: 500 });
    expect(place.twilio.store.flows.size).toBe(before);
  });
});

describe('two environments', () => {
  test('stand side by side, and the second takes the build of the first', async () => {
    place.twilio.addPhoneNumber(OTHER_NUMBER);
    await deploy();
    const made = await requestsOf(() => deploy({ environment: 'prod', phoneNumber: OTHER_NUMBER }));
    expect(made.filter((request) => /serverless-upload|Builds$/.test(request) && isChange(request))).toEqual(
      [],
    );
    const { store } = place.twilio;
    expect([store.verifyServices.size, store.serverlessServices.size, store.flows.size]).toEqual([2, 1, 4]);
    expect(place.twilio.functions.domains()).toEqual([
      expect.stringMatching(/-dev\.twil\.io$/),
      expect.stringMatching(/^phone-verification-\d+\.twil\.io$/),
    ]);
    await verify();
    await verify(OTHER_NUMBER);
  });
});

describe('what cannot be told apart', () => {
  test('blocks with both SIDs, until one is named', async () => {
    await deploy();
    const { sid } = await place.account.client.verify.v2.services.create({ friendlyName: 'Hotline dev' });
    const [first] = place.twilio.store.verifyServices.keys();
    const changes = (
      await requestsOf(async () => {
        const deployment = await deploy();
        expect(deployment.status).toBe('blocked');
        expect(printTroubles(deployment)[0]).toContain(`${first ?? ''}`);
        expect(printTroubles(deployment)[0]).toContain(sid);
      })
    ).filter(isChange);
    expect(changes).toEqual([]);
    expect((await deploy({ sids: { verifyService: first ?? '' } })).status).toBe('deployed');
    await verify();
  });

  test('is settled by a SID, whatever the name', async () => {
    const { sid } = await place.account.client.verify.v2.services.create({ friendlyName: 'Mine' });
    await deploy({ sids: { verifyService: sid } });
    expect([...place.twilio.store.verifyServices.values()]).toEqual([
      expect.objectContaining({ sid, friendlyName: 'Mine', codeLength: 6 }),
    ]);
    await verify();
  });
});

describe('a number that leads elsewhere', () => {
  const MINE = 'https://example.com/mine';
  beforeEach(() => {
    for (const number of place.twilio.store.phoneNumbers.values()) Object.assign(number, { voiceUrl: MINE });
  });

  test('stays there, and nothing else is changed', async () => {
    const changes = (
      await requestsOf(async () => {
        const deployment = await deploy();
        expect(printTroubles(deployment)).toEqual([
          expect.stringContaining(`leads to ${MINE} already; --take-over`),
        ]);
      })
    ).filter(isChange);
    expect(changes).toEqual([]);
    expect(voiceUrlOf(NUMBER)).toBe(MINE);
  });

  test('is taken over when told so, and what it led to is kept', async () => {
    const deployment = await deploy({ permissions: { takeOver: true } });
    expect(deployment.plan.steps.at(-1)?.reason).toBe(`is taken over from ${MINE}`);
    const variables = serverless().flatMap(({ environments }) =>
      [...environments.values()].flatMap((environment) => [...environment.variables.values()]),
    );
    expect(variables).toContainEqual(
      expect.objectContaining({ key: expect.stringMatching(/^RESTORE_PN/), value: `POST ${MINE}` }),
    );
    await verify();
    expect(actionsOf(await deploy())).toEqual({});
  });
});
