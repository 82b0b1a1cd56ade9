import { applyDestruction, planDestruction } from '../../../../scripts/deployment/destroy/destroy';
import { rehearsal, type Rehearsal } from '../rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const [A, B] = ['https://example.com/a', 'https://example.com/b'];
const TAKE_OVER = { permissions: { takeOver: true } };

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

/** What a person does in the console. */
function lead(voiceUrl: string): void {
  for (const number of place.twilio.store.phoneNumbers.values()) Object.assign(number, { voiceUrl });
}

const plan = () => planDestruction(place.account, { environment: 'dev', verifyFriendlyName: 'Hotline' });

describe('a number that was taken over twice', () => {
  test('goes back to where it led last', async () => {
    lead(A);
    await place.deploy(TAKE_OVER);
    lead(B);
    await place.deploy(TAKE_OVER);
    await applyDestruction(place.account, await plan());
    expect(place.voiceUrl()).toBe(B);
  });

  test('goes back by a rollback too', async () => {
    lead(A);
    await place.deploy(TAKE_OVER);
    lead(B);
    await place.deploy(TAKE_OVER);
    await place.rollBack({ to: '1.0.0', restoreNumber: true });
    expect(place.voiceUrl()).toBe(B);
  });

  test('leads nowhere when it led nowhere last', async () => {
    lead(A);
    await place.deploy(TAKE_OVER);
    lead('');
    await place.deploy();
    await applyDestruction(place.account, await plan());
    expect(place.voiceUrl()).toBe('');
  });
});

describe('a number that leads to a parent flow which was deleted', () => {
  test('follows to the new one without being asked, and nothing is kept of it', async () => {
    await place.deploy();
    const { flows } = place.twilio.store;
    flows.delete(place.sidOf('parent-ivr'));
    expect((await place.deploy()).status).toBe('deployed');
    expect(place.voiceUrl()).toContain(place.sidOf('parent-ivr'));
    await applyDestruction(place.account, await plan());
    expect(place.voiceUrl()).toBe('');
  });
});

describe('a number that is moved after destroy was planned', () => {
  test('stays where it was moved to', async () => {
    await place.deploy();
    const planned = await plan();
    lead(A);
    const results = await applyDestruction(place.account, planned);
    expect(place.voiceUrl()).toBe(A);
    expect(results[0]).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('the number leads elsewhere now; run it again') as string,
    });
    expect(results.slice(1).map(({ status }) => status)).not.toContain('done');
    await applyDestruction(place.account, await plan());
    expect([place.voiceUrl(), place.twilio.store.flows.size]).toEqual([A, 0]);
  });
});
