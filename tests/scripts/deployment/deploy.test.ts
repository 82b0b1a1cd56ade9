import { deploy } from '../../../scripts/deployment/deploy';
import { printDeployment, printTroubles } from '../../../scripts/deployment/print-deployment';
import { readWant } from '../../../scripts/deployment/read-want';
import type { Want } from '../../../scripts/deployment/want';
import { placeholdersIn } from '../../../studio/wiring/placeholders-in';
import { rehearsalAccount } from './rehearsal-account';
import type { RehearsalAccount } from './rehearsal-account';

const NUMBER = '+14155550199';

async function wantFromRepository(variables: Record<string, string> = {}): Promise<Want> {
  const read = await readWant({ projectDirectory: process.cwd(), phoneNumber: NUMBER, variables });
  if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
  return read.want;
}

describe('deploy', () => {
  let account: RehearsalAccount;
  let want: Want;
  beforeEach(async () => {
    account = await rehearsalAccount();
    want = await wantFromRepository();
    await account.client.incomingPhoneNumbers.create({ phoneNumber: NUMBER });
  });
  afterEach(() => account.stop());

  const flowNamed = (name: string) =>
    [...account.store.flows.values()].filter((flow) => flow.revisions.at(-1)?.friendlyName === name);

  test('makes a Verify service that an IVR can use', async () => {
    await deploy(account, want);
    const [service, ...others] = account.store.verifyServices.values();
    expect(others).toEqual([]);
    expect(service).toMatchObject({ codeLength: 6, doNotShareWarningEnabled: false });
    expect(account.installations).toEqual([{ VERIFY_SERVICE_SID: service?.sid }]);
  });

  test('publishes both flows without a placeholder left', async () => {
    expect((await deploy(account, want)).status).toBe('deployed');
    for (const name of ['verify-subflow', 'parent-ivr']) {
      const [flow, ...others] = flowNamed(name);
      const revision = flow?.revisions.at(-1);
      expect(others).toEqual([]);
      expect(revision).toMatchObject({ status: 'published', revision: 1 });
      expect(revision?.commitMessage).toMatch(new RegExp(`^${name}@\\d+\\.\\d+\\.\\d+ [0-9a-f]{12}$`));
      expect(revision && placeholdersIn(revision.definition)).toEqual([]);
    }
  });

  test('wires the parent with the subflow and the number with the parent', async () => {
    await deploy(account, want);
    const [subflow] = flowNamed('verify-subflow');
    const [parent] = flowNamed('parent-ivr');
    expect(JSON.stringify(parent?.revisions.at(-1)?.definition)).toContain(
      `"flow_sid":"${String(subflow?.sid)}"`,
    );
    const [number] = account.store.phoneNumbers.values();
    expect(number?.voiceUrl).toMatch(new RegExp(`/Flows/${String(parent?.sid)}$`));
  });

  test('changes nothing on Twilio the second time', async () => {
    await deploy(account, want);
    const before = account.changes.length;
    const again = await deploy(account, want);
    expect(again.plan.steps.map((step) => step.action)).toEqual(['keep', 'update', 'keep', 'keep', 'keep']);
    expect(account.changes.slice(before)).toEqual([]);
    expect(account.installations).toHaveLength(2);
  });

  test('publishes one revision of the flow that changed', async () => {
    await deploy(account, want);
    const { parentFlow } = want;
    const description = parentFlow.definition.description.replace(/\d+\.\d+\.\d+/, '9.9.9');
    const definition = { ...parentFlow.definition, description };
    await deploy(account, { ...want, parentFlow: { ...parentFlow, version: '9.9.9', definition } });
    expect(flowNamed('parent-ivr')[0]?.revisions.map((revision) => revision.revision)).toEqual([1, 2]);
    expect(flowNamed('verify-subflow')[0]?.revisions).toHaveLength(1);
  });

  test('repairs a Verify service that somebody changed', async () => {
    await deploy(account, want);
    const [service] = account.store.verifyServices.values();
    Object.assign(service ?? {}, { codeLength: 4, doNotShareWarningEnabled: true });
    await deploy(account, want);
    expect(service).toMatchObject({ codeLength: 6, doNotShareWarningEnabled: false });
  });

  test('makes the rate limit that VERIFY_RATE_LIMIT names, once', async () => {
    const limited = await wantFromRepository({ VERIFY_RATE_LIMIT: 'codes_per_number' });
    await deploy(account, limited);
    await deploy(account, limited);
    const [service] = account.store.verifyServices.values();
    const limits = [...(service?.rateLimits.values() ?? [])];
    expect(limits.map((limit) => limit.uniqueName)).toEqual(['codes_per_number']);
    expect(limits.flatMap((limit) => [...limit.buckets.values()])).toEqual([
      expect.objectContaining({ max: 10, interval: 3600 }),
    ]);
    expect(account.installations[0]).toMatchObject({ VERIFY_RATE_LIMIT: 'codes_per_number' });
  });

  test('stops at the first refusal and says what Twilio said', async () => {
    account.faults.add({
      host: 'studio.twilio.com',
      path: /Flows$/,
      method: 'POST',
      effect: { kind: 'answer', status: 400, code: 81022, message: 'Flow definition validation failed' },
    });
    const deployment = await deploy(account, want);
    expect(deployment.status).toBe('failed');
    expect(printDeployment(deployment).map((line) => line.split(' ')[0])).toEqual([
      'created',
      'created',
      'failed',
      'skipped',
      'skipped',
    ]);
    expect(printTroubles(deployment)).toEqual([
      expect.stringMatching(/^Cannot deploy Verify subflow "verify-subflow": .*failed.*81022/),
    ]);
    const [number] = account.store.phoneNumbers.values();
    expect(number?.voiceUrl).toBe('');
  });

  test('changes nothing while a step is blocked', async () => {
    const [number] = account.store.phoneNumbers.values();
    Object.assign(number ?? {}, { voiceUrl: 'https://example.com/mine' });
    const before = account.changes.length;
    const deployment = await deploy(account, want);
    expect(deployment.status).toBe('blocked');
    expect(printTroubles(deployment)).toEqual([expect.stringContaining('leads to https://example.com/mine')]);
    expect(printDeployment(deployment).at(-1)).toMatch(/^blocked +Phone number/);
    expect(account.changes.slice(before)).toEqual([]);
    expect(account.installations).toEqual([]);
  });
});
