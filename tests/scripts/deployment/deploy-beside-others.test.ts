import { printTroubles } from '../../../scripts/deployment/plan/print-deployment';
import { actionsOf, rehearsal } from './rehearsal';
import type { Rehearsal } from './rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const OTHER_NUMBER = '+14155550198';

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

describe('two environments', () => {
  test('stand side by side, and the second takes the build of the first', async () => {
    place.twilio.addPhoneNumber(OTHER_NUMBER);
    await place.deploy();
    const made = await place.requestsOf(() =>
      place.deploy({ environment: 'prod', phoneNumber: OTHER_NUMBER }),
    );
    expect(made.filter((request) => /^POST serverless-upload|^POST .*Builds$/.test(request))).toEqual([]);
    const { store } = place.twilio;
    expect([store.verifyServices.size, store.serverlessServices.size, store.flows.size]).toEqual([2, 1, 4]);
    expect([...store.syncServices.values()].map(({ friendlyName }) => friendlyName)).toEqual([
      ...['phone-verification (dev)', 'phone-verification'],
    ]);
    expect(place.twilio.functions.domains()).toEqual([
      expect.stringMatching(/-dev\.twil\.io$/),
      expect.stringMatching(/^phone-verification-\d+\.twil\.io$/),
    ]);
    await place.verify();
    await place.verify(OTHER_NUMBER);
  });
});

describe('what cannot be told apart', () => {
  test('blocks with both SIDs, until one is named', async () => {
    const { services } = place.account.client.verify.v2;
    const { sid } = await services.create({ friendlyName: 'Hotline dev' });
    const { sid: first } = await services.create({ friendlyName: 'Hotline dev' });
    const changes = await place.changesOf(async () => {
      const deployment = await place.deploy();
      expect(deployment.status).toBe('blocked');
      expect(printTroubles(deployment)[0]).toContain(first);
      expect(printTroubles(deployment)[0]).toContain(sid);
    });
    expect(changes).toEqual([]);
    expect((await place.deploy({ sids: { verifyService: first } })).status).toBe('deployed');
    await place.verify();
  });

  test('is settled by a SID, whatever the name', async () => {
    const { sid } = await place.account.client.verify.v2.services.create({ friendlyName: 'Mine' });
    await place.deploy({ sids: { verifyService: sid } });
    expect([...place.twilio.store.verifyServices.values()]).toEqual([
      expect.objectContaining({ sid, friendlyName: 'Mine', codeLength: 6 }),
    ]);
    await place.verify();
  });
});

describe('a number that leads elsewhere', () => {
  const MINE = 'https://example.com/mine';
  beforeEach(() => {
    for (const number of place.twilio.store.phoneNumbers.values()) Object.assign(number, { voiceUrl: MINE });
  });

  test('stays there, and nothing else is changed', async () => {
    const changes = await place.changesOf(async () => {
      const deployment = await place.deploy();
      expect(printTroubles(deployment)).toEqual([
        expect.stringContaining(`leads to ${MINE} already; --take-over`),
      ]);
    });
    expect(changes).toEqual([]);
    expect(place.voiceUrl()).toBe(MINE);
  });

  test('is taken over when told so, and what it led to is kept', async () => {
    const deployment = await place.deploy({ permissions: { takeOver: true } });
    expect(deployment.plan.steps.at(-1)?.reason).toBe(`is taken over from ${MINE}`);
    const variables = place
      .serverless()
      .flatMap(({ environments }) =>
        [...environments.values()].flatMap((environment) => [...environment.variables.values()]),
      );
    expect(variables).toContainEqual(
      expect.objectContaining({ key: expect.stringMatching(/^RESTORE_PN/), value: `POST ${MINE}` }),
    );
    await place.verify();
    expect(actionsOf(await place.deploy())).toEqual({});
  });
});
