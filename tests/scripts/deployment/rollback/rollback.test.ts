import type { PlannedRollback, RollbackOptions } from '../../../../scripts/deployment/rollback/rollback';
import { applyRollback, planRollbackTo } from '../../../../scripts/deployment/rollback/rollback';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { withProperties } from '../edit-flow';
import { atVersion, installation, type Installation } from '../installation';

const saying = (say: string, version: string) => (flow: FlowDefinition) =>
  atVersion(version)(withProperties(flow, 'welcome', { say }));
const telling = (say: string, version: string) => (flow: FlowDefinition) =>
  atVersion(version)(withProperties(flow, 'say_approved', { say }));

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

describe('rollback', () => {
  let here: Installation;
  beforeEach(async () => {
    here = await installation();
  });
  afterEach(() => here.stop());

  const plan = (to: string, options: Partial<RollbackOptions> = {}) =>
    planRollbackTo(here.account, {
      to,
      environment: 'dev',
      restoreNumber: false,
      overwrite: false,
      ...options,
    });
  const rollBack = async (to: string, options?: Partial<RollbackOptions>) => {
    const planned = await plan(to, options);
    if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned));
    return applyRollback(here.account, planned);
  };
  const newest = (name: 'verify-subflow' | 'parent-ivr') => here.revisions(name).at(-1);
  const pin = (): unknown =>
    newest('parent-ivr')?.definition.states.find(({ name }) => name === 'run_verify')?.properties[
      'flow_revision'
    ];

  /** Version 1.0.0 and then 2.0.0 of both flows, each with functions of its own. */
  const deployTwice = async () => {
    await here.deploy();
    const first = await here.runningBuild();
    here.edit('parent-ivr', saying('Hi.', '2.0.0'));
    here.edit('verify-subflow', telling('Fine.', '2.0.0'));
    here.rebuild('second');
    await here.deploy();
    return { first, second: await here.runningBuild() };
  };

  test('brings back both flows and the build of a version', async () => {
    const { first, second } = await deployTwice();
    expect(second).not.toBe(first);
    const rollback = await rollBack('1.0.0');
    expect(rollback.results.map(({ step, status }) => [step.kind, status])).toEqual([
      ['Verify subflow', 'done'],
      ['Parent flow', 'done'],
      ['Deployment', 'done'],
    ]);
    expect(rollback.status).toBe('rolled-back');
    expect(await here.runningBuild()).toBe(first);
    expect(newest('verify-subflow')).toMatchObject({
      revision: 3,
      status: 'published',
      definition: here.revisions('verify-subflow')[0]?.definition,
      commitMessage: here.revisions('verify-subflow')[0]?.commitMessage,
    });
    expect(newest('parent-ivr')).toMatchObject({
      revision: 3,
      commitMessage: here.revisions('parent-ivr')[0]?.commitMessage,
    });
    expect(pin()).toBe('3');
  });

  test('has nothing left to do the second time', async () => {
    await deployTwice();
    await rollBack('1.0.0');
    const rollback = await rollBack('1.0.0');
    expect(rollback.results.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept']);
    expect(here.revisions('parent-ivr')).toHaveLength(3);
  });

  test('goes forward again, and a deployment too', async () => {
    const { second } = await deployTwice();
    await rollBack('1.0.0');
    await rollBack('2.0.0');
    expect(await here.runningBuild()).toBe(second);
    expect(newest('parent-ivr')?.commitMessage).toContain('parent-ivr@2.0.0');
    await rollBack('1.0.0');
    expect(await here.deploy()).toMatchObject({ status: 'deployed' });
    expect(await here.runningBuild()).toBe(second);
    expect(newest('verify-subflow')?.commitMessage).toContain('verify-subflow@2.0.0');
  });

  test('says which versions there are', async () => {
    await deployTwice();
    expect(await plan('3.0.0')).toEqual({
      kind: 'unknown',
      reason: 'there is no version 3.0.0',
      available: [
        expect.stringMatching(/^2\.0\.0 \(revision 2 of parent-ivr, build ZB\w+\)$/),
        expect.stringMatching(/^1\.0\.0 \(revision 1 of parent-ivr, build ZB\w+\)$/),
      ],
    });
  });

  test('asks which one is meant when versions met in several pairs', async () => {
    await here.deploy();
    here.edit('verify-subflow', telling('Fine.', '1.1.0'));
    await here.deploy();
    here.edit('parent-ivr', saying('Hi.', '2.0.0'));
    await here.deploy();
    expect(await plan('1.1.0')).toEqual({
      kind: 'ambiguous',
      reason: '1.1.0 is part of several releases; name one by its revision, as in --to 3',
      available: [
        expect.stringContaining('verify-subflow@1.1.0 with parent-ivr@2.0.0 (revision 3 of parent-ivr'),
        expect.stringContaining('verify-subflow@1.1.0 with parent-ivr@1.0.0 (revision 2 of parent-ivr'),
      ],
    });
    expect((await plan('1.0.0')).kind).toBe('plan');
    expect((await rollBack('2')).status).toBe('rolled-back');
    expect(newest('parent-ivr')?.commitMessage).toContain('parent-ivr@1.0.0');
    expect(newest('verify-subflow')).toMatchObject({ revision: 2 });
    expect(pin()).toBe('2');
  });

  test('refuses to publish over a console edit unless told to', async () => {
    await deployTwice();
    await here.editInConsole('parent-ivr', (flow) => withProperties(flow, 'success', { say: 'Come in.' }));
    const blocked = await rollBack('1.0.0');
    expect(blocked).toMatchObject({ status: 'blocked', results: [] });
    expect(blocked.plan.steps[1]).toMatchObject({
      action: 'blocked',
      reason: expect.stringContaining('revision 3 was not published by this project') as string,
      details: expect.arrayContaining([expect.stringMatching(/success +say .* → Come in\.$/)]) as string[],
    });
    expect(here.revisions('verify-subflow')).toHaveLength(2);
    expect((await rollBack('1.0.0', { overwrite: true })).status).toBe('rolled-back');
    expect(newest('parent-ivr')?.commitMessage).toContain('parent-ivr@1.0.0');
  });

  test('stops when somebody publishes meanwhile, and finishes later', async () => {
    const { first } = await deployTwice();
    const planned = await plan('1.0.0');
    const { commitMessage, definition, friendlyName } = here.revisions('parent-ivr')[1] ?? {};
    await here.account.client.studio.v2.flows(here.sidOf('parent-ivr')).update({
      status: 'published',
      commitMessage: commitMessage ?? '',
      ...{ definition, friendlyName: friendlyName ?? '' },
    });
    const stopped = await applyRollback(here.account, planned as Extract<PlannedRollback, { kind: 'plan' }>);
    expect(stopped.results).toMatchObject([
      { status: 'done' },
      { status: 'failed', message: expect.stringContaining('is at revision 3 now; run it again') as string },
      { status: 'skipped' },
    ]);
    expect(pin()).toBe('2');
    expect((await rollBack('1.0.0')).results.map(({ status }) => status)).toEqual(['kept', 'done', 'done']);
    expect(await here.runningBuild()).toBe(first);
    expect(pin()).toBe('3');
  });

  test('refuses when the build was deleted', async () => {
    const { first } = await deployTwice();
    await here.account.client.serverless.v1.services('phone-verification').builds(first).remove();
    expect(await rollBack('1.0.0')).toMatchObject({
      status: 'blocked',
      plan: {
        steps: [
          {},
          {},
          {
            action: 'blocked',
            reason: `build ${first} was deleted; check out version 1.0.0 of this repository and deploy it`,
          },
        ],
      },
    });
  });

  test('leaves a revision alone that does not match its message', async () => {
    await here.deploy();
    const [good] = here.revisions('parent-ivr');
    await here.account.client.studio.v2.flows(here.sidOf('parent-ivr')).update({
      status: 'published',
      commitMessage: (good?.commitMessage ?? '').replace('@1.0.0', '@9.9.9'),
      definition: good && withProperties(good.definition, 'welcome', { say: 'Forged.' }),
    });
    expect(await plan('9.9.9')).toMatchObject({ kind: 'unknown' });
  });
});
