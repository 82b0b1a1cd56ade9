import { readFileSync } from 'node:fs';

import { pull } from '../../../../scripts/deployment/pull/pull';
import { recordFlowVersions, readFlowVersions } from '../../../../scripts/deployment/versions/version-flows';
import { withProperties } from '../edit-flow';
import { atVersion, installation, type Installation } from '../installation';

const SHIPPED = readFileSync('studio/flows/parent-ivr.json', 'utf8');

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

describe('pull', () => {
  let here: Installation;
  beforeEach(async () => {
    here = await installation();
  });
  afterEach(() => here.stop());

  const sayHi = (flow: Parameters<typeof withProperties>[0]) =>
    withProperties(flow, 'welcome', { say: 'Hi.' });
  const pullHere = (force = false) =>
    pull(here.account.client, { environment: 'dev', projectDirectory: here.projectDirectory, force });

  test('says that nothing was deployed', async () => {
    expect(await pullHere()).toEqual({
      status: 'problems',
      problems: [
        expect.stringMatching(/^There is no Serverless service "phone-verification" in this account/),
      ],
    });
  });

  test('says that no functions run there', async () => {
    await here.deploy();
    const service = here.account.client.serverless.v1.services('phone-verification');
    const [environment] = await service.environments.list();
    if (environment === undefined) throw new Error('It was deployed');
    await service.environments(environment.sid).deployments.create({});
    expect(await pullHere()).toMatchObject({
      status: 'problems',
      problems: [expect.stringMatching(/^No functions run in the environment "dev" in this account/)],
    });
  });

  test('leaves files alone that are as the account has them', async () => {
    await here.deploy();
    expect(await pullHere()).toMatchObject({
      status: 'pulled',
      flows: [
        { kind: 'same', name: 'verify-subflow', revision: 1 },
        { kind: 'same', name: 'parent-ivr', revision: 1 },
      ],
      next: [],
    });
    expect(here.readFile('studio/flows/parent-ivr.json')).toBe(SHIPPED);
  });

  test.each(['published', 'draft'] as const)('brings a %s console edit, line for line', async (status) => {
    await here.deploy();
    await here.editInConsole('parent-ivr', sayHi, status);
    const pulled = await pullHere();
    expect(pulled).toMatchObject({
      status: 'pulled',
      flows: [{ kind: 'same' }, { kind: 'pulled', revision: 2, problems: [] }],
      next: [expect.stringMatching(/^parent-ivr is not what version 1\.0\.0 was: raise the version/)],
    });
    const before = SHIPPED.split('\n');
    const after = here.readFile('studio/flows/parent-ivr.json').split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual(['        "say": "Hi.",']);
  });

  test('then deploys to just what was in the console', async () => {
    await here.deploy();
    await here.editInConsole('parent-ivr', sayHi);
    expect(await here.deploy()).toMatchObject({ status: 'blocked' });
    await pullHere();
    here.edit('parent-ivr', atVersion('1.0.1'));
    const reading = await readFlowVersions(here.projectDirectory);
    if (reading.kind === 'problems') throw new Error(reading.problems.join());
    await recordFlowVersions(here.projectDirectory, reading);
    expect(await here.deploy()).toMatchObject({ status: 'deployed' });
    const [, edited, deployed] = here.revisions('parent-ivr');
    expect(edited && atVersion('1.0.1')(edited.definition)).toEqual(deployed?.definition);
    expect(deployed?.commitMessage).toMatch(/^parent-ivr@1\.0\.1 [0-9a-f]{12} ZB[0-9a-f]{32}$/);
    expect(here.revisions('verify-subflow')).toHaveLength(1);
    expect(JSON.parse(here.readFile('studio/flows/versions.json'))).toHaveProperty(['parent-ivr', '1.0.1']);
  });

  test('writes neither file when one would lose changes', async () => {
    await here.deploy();
    await here.editInConsole('parent-ivr', sayHi);
    await here.editInConsole('verify-subflow', (flow) => ({
      ...flow,
      description: `${flow.description} New.`,
    }));
    here.edit('verify-subflow', atVersion('2.0.0'));
    expect(await pullHere()).toMatchObject({
      status: 'refused',
      flows: [{ kind: 'refused' }, { kind: 'pulled' }],
    });
    expect(here.readFile('studio/flows/parent-ivr.json')).toBe(SHIPPED);
    expect(await pullHere(true)).toMatchObject({ status: 'pulled' });
    expect(here.readFile('studio/flows/verify-subflow.json')).toContain(' New."');
  });

  test('knows its flow from another of the same name', async () => {
    await here.deploy();
    await twin();
    expect((await pullHere()).status).toBe('pulled');
  });

  test('names two flows of one name where no mark tells', async () => {
    await here.deploy();
    const { sid } = await twin();
    for (const { environments } of here.twilio.store.serverlessServices.values())
      for (const { variables } of environments.values()) variables.clear();
    const problem = (await pullHere()) as { readonly problems: readonly string[] };
    expect(problem.problems).toEqual([expect.stringMatching(/^"parent-ivr \(dev\)": .* share this name/)]);
    expect(problem.problems[0]).toContain(sid);
  });

  function twin() {
    return here.account.client.studio.v2.flows.create({
      friendlyName: 'parent-ivr (dev)',
      status: 'draft',
      definition: here.revisions('parent-ivr')[0]?.definition,
    });
  }
});
