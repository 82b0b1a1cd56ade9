import { FAULT_STRIDE as STRIDE } from './fault-stride';
import { REHEARSED_FAULTS } from './faults';
import { WORK_NAMES, rehearsedWork } from './rehearsed-work';
import { undisturbed, workUnderFault, type Scenario, type Undisturbed } from './work-under-fault';

// Hundreds of deployments, two for each case.
jest.setTimeout(900_000);

const WHICH = STRIDE === 1 ? 'any' : `one in ${String(STRIDE)} (FAULTS=all: any)`;

describe(`work on an account with a fault at ${WHICH} of its requests`, () => {
  const rehearsed: Record<string, { readonly scenario: Scenario; readonly expected: Undisturbed }> = {};
  const verified = new Set<string>();
  let cases = 0;

  beforeAll(async () => {
    for (const [name, scenario] of Object.entries(await rehearsedWork()))
      rehearsed[name] = { scenario, expected: await undisturbed(scenario) };
  });
  afterAll(() => console.info(`${cases} cases, ${verified.size} calls`));

  const cells = WORK_NAMES.flatMap((name) =>
    REHEARSED_FAULTS.map((fault) => [name, fault.name, fault] as const),
  );
  test.each(cells)('leaves %s whole, and one more ends it: %s', async (name, _fault, fault) => {
    const work = rehearsed[name];
    if (work === undefined) throw new Error(`There is no ${name}`);
    const { scenario, expected } = work;
    const troubles: string[] = [];
    const offset = Math.floor((REHEARSED_FAULTS.indexOf(fault) * STRIDE) / REHEARSED_FAULTS.length);
    for (let request = 1 + offset; request <= expected.requests.length; request += STRIDE) {
      troubles.push(...(await workUnderFault(scenario, { fault, request }, { expected, verified })));
      cases += 1;
    }
    expect(troubles).toEqual([]);
  });
});
