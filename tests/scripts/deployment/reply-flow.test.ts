import { applyDestruction, planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { pull } from '../../../scripts/deployment/pull/pull';
import { atVersion } from './installation';
import { actionsOf, rehearsal, type Rehearsal } from './rehearsal';

const NAME = 'otp-by-reply';
const WANTED = { otpByReply: true };

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

describe('the reply flow', () => {
  test('is deployed beside the others when it is wanted, and left alone when not', async () => {
    await place.deploy();
    expect(place.twilio.store.flows.size).toBe(2);
    const deployment = await place.deploy(WANTED);
    expect(actionsOf(deployment)).toEqual({ 'Reply flow': 'create' });
    expect(deployment).toMatchObject({ outputs: { replyFlow: { sid: place.sidOf(NAME) } } });
    const again = await place.requestsOf(async () => {
      expect(actionsOf(await place.deploy(WANTED))).toEqual({});
    });
    // One more than without it.
    expect(again.length).toBeLessThanOrEqual(13);
    expect(actionsOf(await place.deploy())).toEqual({});
    expect(place.revisions(NAME)).toHaveLength(1);
  });

  test('is validated before the functions change', async () => {
    await place.deploy(WANTED);
    place.edit(NAME, (flow) => atVersion('1.0.1')({ ...flow, description: `${flow.description} More.` }));
    place.rebuild('another');
    const requests = await place.requestsOf(() => place.deploy(WANTED));
    const validated = requests.findIndex((request) => request.endsWith('/v2/Flows/Validate'));
    const changed = requests.findIndex((request) => /^POST .*\/Deployments$/.test(request));
    expect(validated).toBeGreaterThan(-1);
    expect(validated).toBeLessThan(changed);
  });

  test('is not published over what somebody edited, and pulled like the others', async () => {
    await place.deploy(WANTED);
    await place.editInConsole(NAME, (flow) => ({ ...flow, description: `${flow.description} Edited.` }));
    expect((await place.deploy(WANTED)).status).toBe('blocked');
    const { projectDirectory } = place;
    const options = { environment: 'dev', projectDirectory, force: false };
    const pulled = await pull(place.twilio.client(), options);
    expect(pulled).toMatchObject({ status: 'pulled', flows: [{}, {}, { kind: 'pulled', name: NAME }] });
    expect(place.readFile(`studio/flows/${NAME}.json`)).toContain('Edited.');
  });

  test('goes with the rest of the installation', async () => {
    await place.deploy(WANTED);
    const target = { environment: 'dev', verifyFriendlyName: 'Hotline' };
    await applyDestruction(place.account, await planDestruction(place.account, target));
    expect(place.twilio.store.flows.size).toBe(0);
  });
});
