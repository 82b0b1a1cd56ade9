import { playCall } from '../../../scripts/calls/play-call';
import { planDeployment } from '../../../scripts/deployment/deploy';
import { applyDestruction, planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { hasChanges } from '../../../scripts/deployment/plan/plan';
import { printPlan } from '../../../scripts/deployment/plan/print-deployment';
import { pull } from '../../../scripts/deployment/pull/pull';
import { readWant } from '../../../scripts/deployment/read-want';
import { readFlowVersions, recordFlowVersions } from '../../../scripts/deployment/versions/version-flows';
import { RIGHT_CODE_STEPS } from '../../../scripts/terminal-phone/right-code';
import { withProperties } from '../../scripts/deployment/edit-flow';
import { atVersion, installation, type Installation } from '../../scripts/deployment/installation';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

const NUMBER = '+14155550199';

/** How many requests an unchanged deployment may take. */
const MOST_REQUESTS = 12;

/** Requests to the APIs from now on; those of calls count as well. */
function watchRequests({ twilio }: Installation): { all: string[]; changing: () => string[] } {
  const all: string[] = [];
  twilio.onRequest(({ method, host, path }) => all.push(`${method} ${host}${path}`));
  return { all, changing: () => all.filter((request) => !request.startsWith('GET ')) };
}

describe('the story of an installation', () => {
  let here: Installation;
  beforeEach(async () => {
    here = await installation();
    here.twilio.addPhoneNumber(NUMBER);
  });
  afterEach(() => here.stop());

  const deploy = () => here.deploy({ phoneNumber: NUMBER });
  const target = () => ({ environment: 'dev', projectDirectory: here.projectDirectory });

  async function plan() {
    const read = await readWant({
      ...{ ...target(), builtDirectory: `${here.projectDirectory}/dist` },
      ...{ phoneNumber: NUMBER, variables: {} },
    });
    if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
    return (await planDeployment(here.account, read.want)).plan;
  }

  /** A caller keys the right code in, is verified, and was welcomed with these words. */
  async function call(welcome: RegExp): Promise<void> {
    const { status, heard } = await playCall(here.twilio, {
      ...{ from: '+14155550100', to: NUMBER, steps: RIGHT_CODE_STEPS },
    });
    expect({ status, welcome: heard[0] }).toEqual({
      status: 'approved',
      welcome: expect.stringMatching(welcome) as string,
    });
  }

  async function record(): Promise<void> {
    const reading = await readFlowVersions(here.projectDirectory);
    if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'));
    await recordFlowVersions(here.projectDirectory, reading);
  }

  test('goes from the first plan to the end of it', async () => {
    const first = watchRequests(here);
    expect(hasChanges(await plan())).toBe(true);
    expect(first.changing()).toEqual([]);
    expect((await deploy()).status).toBe('deployed');
    await call(/^Hello/);

    const again = watchRequests(here);
    const unchanged = await deploy();
    expect([unchanged.status, hasChanges(unchanged.plan)]).toEqual(['deployed', false]);
    expect(again.changing()).toEqual([]);
    expect(again.all.length).toBeLessThanOrEqual(MOST_REQUESTS);
    await call(/^Hello/);

    await here.editInConsole('parent-ivr', (flow) => withProperties(flow, 'welcome', { say: 'Hi.' }));
    await call(/^Hi\.$/);
    const refusal = watchRequests(here);
    const refused = await deploy();
    expect(refused.status).toBe('blocked');
    expect(printPlan(refused.plan).join('\n')).toMatch(/changed {2}welcome {2}say {2}Hello, .* → Hi\.$/m);
    expect(refusal.changing()).toEqual([]);
    await call(/^Hi\.$/);

    expect((await pull(here.account.client, { ...target(), force: false })).status).toBe('pulled');
    here.edit('parent-ivr', atVersion('1.0.1'));
    await record();
    expect((await deploy()).status).toBe('deployed');
    expect(hasChanges(await plan())).toBe(false);
    await call(/^Hi\.$/);

    expect((await here.rollBack({ to: '1.0.0' })).status).toBe('rolled-back');
    await call(/^Hello/);

    const destruction = await planDestruction(here.account, { ...target(), verifyFriendlyName: 'Hotline' });
    const destroyed = await applyDestruction(here.account, destruction);
    expect(destroyed.map(({ status }) => status)).not.toContain('failed');
    const { store } = here.twilio;
    const { flows, verifyServices, syncServices, serverlessServices } = store;
    expect([flows, verifyServices, syncServices, serverlessServices].map(({ size }) => size)).toEqual([
      ...[0, 0, 0, 0],
    ]);
    expect([...store.phoneNumbers.values()].map(({ voiceUrl }) => voiceUrl)).toEqual(['']);
  });
});
