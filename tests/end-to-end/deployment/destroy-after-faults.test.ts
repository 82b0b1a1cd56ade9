import { FAULT_STRIDE as STRIDE } from './fault-stride';
import { REHEARSED_FAULTS } from './faults';
import { startRehearsal } from './rehearsal';
import { destroying, rehearsedWork } from './rehearsed-work';
import { undisturbed, type Scenario } from './work-under-fault';

// A deployment and a destruction for each case.
jest.setTimeout(600_000);

/** Those after which nobody knows whether the last request did anything. */
const ENDS = REHEARSED_FAULTS.filter(({ isHarmless }) => !isHarmless);

describe('destroy after a first deployment that was cut short', () => {
  let scenario: Scenario;
  let count = 0;
  beforeAll(async () => {
    scenario = (await rehearsedWork())['a first deployment'];
    count = (await undisturbed(scenario)).requests.length;
  });

  test.each(ENDS.map((fault) => [fault.name, fault] as const))(
    'leaves nothing after %s',
    async (name, fault) => {
      const left: string[] = [];
      for (let request = 1 + (ENDS.indexOf(fault) % STRIDE); request <= count; request += STRIDE) {
        const rehearsal = await startRehearsal();
        try {
          fault.strike(rehearsal.faults, request);
          await scenario.run(rehearsal.account()).catch(String);
          rehearsal.faults.clear();
          const ended = await destroying(rehearsal.account());
          const { flows, verifyServices, syncServices, serverlessServices } = rehearsal.store;
          const sizes = [flows, verifyServices, syncServices, serverlessServices].map(({ size }) => size);
          if (ended !== 'done' || sizes.some((size) => size > 0))
            left.push(`${name} at request ${request}: ${sizes.join(' ')} are left, ${ended}`);
        } finally {
          await rehearsal.stop();
        }
      }
      expect(left).toEqual([]);
    },
  );
});
