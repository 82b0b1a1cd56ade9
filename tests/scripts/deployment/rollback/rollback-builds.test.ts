import { withProperties } from '../edit-flow';
import { atVersion, installation, type Installation } from '../installation';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

describe('the build of a release', () => {
  let here: Installation;
  beforeEach(async () => {
    here = await installation();
  });
  afterEach(() => here.stop());

  const rollBack = (to: string) => here.rollBack({ to });
  const publishSecond = () =>
    here.edit('parent-ivr', (flow) => atVersion('2.0.0')(withProperties(flow, 'welcome', { say: 'Hi.' })));

  test('goes back to functions alone', async () => {
    await here.deploy();
    const first = await here.runningBuild();
    here.rebuild('second');
    await here.deploy();
    const second = await here.runningBuild();
    expect((await rollBack('1.0.0')).results.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept']);
    const rollback = await rollBack('1');
    expect(rollback.results.map(({ status }) => status)).toEqual(['kept', 'done', 'done']);
    expect(rollback.plan.steps.at(-1)?.reason).toBe(`build ${second} runs there, should be ${first}`);
    expect(await here.runningBuild()).toBe(first);
  });

  test('goes back to the build that a version ran with last', async () => {
    await here.deploy();
    here.rebuild('mended');
    await here.deploy();
    const mended = await here.runningBuild();
    publishSecond();
    await here.deploy();
    await rollBack('1.0.0');
    expect(await here.runningBuild()).toBe(mended);
    expect(here.revisions('parent-ivr').at(-1)?.commitMessage).toContain('parent-ivr@1.0.0');
    here.rebuild('third');
    await here.deploy();
    await rollBack('1.0.0');
    expect(await here.runningBuild()).toBe(mended);
  });
});
