import { applyDestruction, planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { rehearsal, type Rehearsal } from './rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

async function destroy(): Promise<void> {
  const target = { environment: 'dev', verifyFriendlyName: 'Hotline' };
  await applyDestruction(place.account, await planDestruction(place.account, target));
}

describe('a deployment that was cut short while it made a Verify service of another name', () => {
  const deploySupport = (kind: 'cut-before' | 'cut-after') => {
    place.twilio.faults.add({ host: 'verify.twilio.com', method: 'POST', times: 1, effect: { kind } });
    return place.deploy({ verifyFriendlyName: 'Support' });
  };

  test('lets nobody take the service of somebody else for its own', async () => {
    const { sid } = await place.account.client.verify.v2.services.create({ friendlyName: 'Hotline dev' });
    expect((await deploySupport('cut-before')).status).toBe('failed');
    expect((await place.deploy()).status).toBe('blocked');
    await destroy();
    expect([...place.twilio.store.verifyServices.keys()]).toEqual([sid]);
  });

  test.each([
    ['uses', () => place.deploy(), ['Hotline dev']],
    ['deletes', destroy, []],
  ])('%s the one that it made', async (_what, work, left) => {
    expect((await deploySupport('cut-after')).status).toBe('failed');
    await work();
    expect([...place.twilio.store.verifyServices.values()].map(({ friendlyName }) => friendlyName)).toEqual(
      left,
    );
  });
});
