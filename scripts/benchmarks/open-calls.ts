import { createExecutions } from '../emulator/executions/executions';
import { seededIds } from '../emulator/ids';
import { createInbox } from '../emulator/simulate/inbox';
import { isVirtual } from '../emulator/time/virtual-clock';
import { dial } from '../emulator/voice/exchange';
import type { PhoneCall } from '../emulator/voice/line';
import { withDeployed } from './deployed-twilio';
import type { Figure } from './figure';
import { heapMegabytes } from './heap';

const OPEN_CALLS = 10_000;

/** What a Function answers here, so that the figure is the memory of calls and not of HTTP. */
const SENT = JSON.stringify({
  success: true,
  status: 'sent',
  message: '',
  attempts: 1,
  retryAfterSeconds: 0,
});

/** Memory that calls hold while each waits for its caller to key in the code: heap after garbage collection. */
export async function openCalls(projectDirectory: string): Promise<Figure[]> {
  return withDeployed('virtual', projectDirectory, async ({ local, phoneNumber }) => {
    const { store, clock } = local;
    if (!isVirtual(clock)) throw new Error('Open calls are measured on a virtual clock');
    store.studioSettings.inboundPerSecond = Infinity;
    const ids = seededIds('open-calls');
    const parts = { store, clock, ids, inbox: createInbox({ store, clock, ids }) };
    const executions = createExecutions({
      ...parts,
      ask: () => Promise.resolve({ status: 200, contentType: 'application/json', body: SENT }),
    });
    const calls: PhoneCall[] = [];
    const before = heapMegabytes();
    for (let index = 0; index < OPEN_CALLS; index += 1) {
      const from = `+1415555${String(index).padStart(4, '0')}`;
      const dialled = dial({ ...parts, executions }, { from, to: phoneNumber });
      if (!dialled.ok) throw new Error(dialled.problem);
      calls.push(dialled.call);
    }
    await clock.runUntil(() => calls.every((call) => call.state().kind === 'collecting'));
    return [{ name: '10 000 open calls', value: heapMegabytes() - before, unit: 'MB', aim: { atMost: 300 } }];
  });
}
