import { deployUnderFault, deployUndisturbed, type Scenario, type Undisturbed } from './deploy-under-fault';
import { REHEARSED_FAULTS } from './faults';
import { NEW_TREE, OLD_TREE, wantOf } from './trees';

// Hundreds of deployments, two for each case.
jest.setTimeout(600_000);

/** Of the requests of a deployment one in so many is disturbed, each by at least one kind of fault; `FAULTS=all` disturbs all. */
const STRIDE = process.env['FAULTS'] === 'all' ? 1 : 3;
const WHICH = STRIDE === 1 ? 'any' : 'every third (FAULTS=all: any)';

describe(`a deployment with a fault at ${WHICH} of its requests`, () => {
  const scenarios: Record<string, Scenario & { readonly undisturbed: Undisturbed }> = {};
  const verified = new Set<string>();
  let cases = 0;

  beforeAll(async () => {
    const [old, next] = await Promise.all([wantOf(OLD_TREE), wantOf(NEW_TREE)]);
    const first = { want: old, before: undefined, pairs: ['nothing', '1.0.0 with 1.0.0'] };
    const { store, ...undisturbed } = await deployUndisturbed(first);
    scenarios['a first deployment'] = { ...first, undisturbed };
    const upgrade = { want: next, before: store, pairs: ['1.0.0 with 1.0.0', '2.0.0 with 2.0.0'] };
    scenarios['an upgrade'] = { ...upgrade, undisturbed: await deployUndisturbed(upgrade) };
  });
  afterAll(() => console.info(`${cases} cases, ${verified.size} calls`));

  const cells = ['a first deployment', 'an upgrade'].flatMap((name) =>
    REHEARSED_FAULTS.map((fault) => [name, fault.name, fault] as const),
  );
  test.each(cells)('leaves %s whole, and one more ends it: %s', async (name, _fault, fault) => {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`There is no ${name}`);
    const { undisturbed } = scenario;
    const troubles: string[] = [];
    const offset = REHEARSED_FAULTS.indexOf(fault) % STRIDE;
    for (let request = 1 + offset; request <= undisturbed.requests.length; request += STRIDE) {
      troubles.push(...(await deployUnderFault(scenario, { fault, request }, { undisturbed, verified })));
      cases += 1;
    }
    expect(troubles).toEqual([]);
  });
});
