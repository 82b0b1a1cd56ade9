import { planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { pull } from '../../../scripts/deployment/pull/pull';
import { readRecordedVersions } from '../../../scripts/deployment/versions/version-flows';
import { withProperties } from './edit-flow';
import { atVersion, installation, type Installation } from './installation';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

let here: Installation;
beforeEach(async () => {
  here = await installation();
  await here.deploy();
});
afterEach(() => here.stop());

const newest = () => here.revisions('parent-ivr').at(-1);

describe('a revision that somebody made in the console', () => {
  test('is no obstacle to a rollback once it was pulled', async () => {
    await here.editInConsole('parent-ivr', (flow) => withProperties(flow, 'welcome', { say: 'Hi.' }));
    const { projectDirectory } = here;
    const target = { environment: 'dev', projectDirectory, force: false };
    expect((await pull(here.account.client, target)).status).toBe('pulled');
    const recorded = await readRecordedVersions(projectDirectory);
    if (recorded === undefined) throw new Error('There is a record');
    expect((await here.rollBack({ to: '1.0.0' })).status).toBe('blocked');
    expect((await here.rollBack({ to: '1.0.0', recorded })).status).toBe('rolled-back');
    expect(newest()?.commitMessage).toContain('parent-ivr@1.0.0');
  });

  test('is no obstacle to an upgrade where it has the content of a release', async () => {
    await here.editInConsole('parent-ivr', (flow) => flow);
    here.edit('parent-ivr', (flow) => atVersion('2.0.0')(withProperties(flow, 'welcome', { say: 'Hi.' })));
    expect((await here.deploy()).status).toBe('deployed');
    expect(newest()?.commitMessage).toContain('parent-ivr@2.0.0');
  });

  test('gets our commit message again when it may be published over', async () => {
    await here.editInConsole('parent-ivr', (flow) => flow);
    await here.deploy();
    expect(newest()?.commitMessage ?? null).toBeNull();
    await here.deploy({ permissions: { overwrite: true } });
    expect(newest()?.commitMessage).toContain('parent-ivr@1.0.0');
    expect((await here.rollBack({ to: '1.0.0' })).status).toBe('rolled-back');
  });
});

describe('an edit in the console that is nowhere else', () => {
  test('is named before it goes with its flow', async () => {
    const reasonOf = async () => {
      const { plan } = await planDestruction(here.account, {
        environment: 'dev',
        verifyFriendlyName: 'Hotline',
      });
      return plan.steps.find(({ kind }) => kind === 'Parent flow')?.reason;
    };
    expect(await reasonOf()).toBe('this project made it');
    await here.editInConsole('parent-ivr', (flow) => withProperties(flow, 'welcome', { say: 'Hi.' }));
    expect(await reasonOf()).toBe(
      'this project made it; with it goes what is nowhere else: revision 2 was not published by this project',
    );
  });
});
