import { flowUrl } from '../../../../scripts/emulator/executions/flow-url';
import { createPhones } from '../../../../scripts/emulator/simulate/phones';
import { createOutgoingCalls } from '../../../../scripts/emulator/voice/outgoing-calls';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { owner, phoneWorld } from '../../../support/phone-world';

describe('an outgoing call', () => {
  test('may be led by a flow, whose contact is the person called', () => {
    const greeting = flow(state('greet', 'say-play', { say: 'Hello' }, { audioComplete: '' }));
    const world = phoneWorld(greeting);
    const calls = createOutgoingCalls({
      ...world,
      phones: createPhones(),
      webhooks: () => Promise.resolve({ failure: 'network' }),
    });
    const call = calls.place({
      from: IVR,
      to: CALLER,
      instructions: {
        url: flowUrl(owner.sid, FLOW_SID),
        method: 'POST',
        fallbackUrl: '',
        fallbackMethod: 'POST',
      },
      statusCallback: { url: '', method: 'POST', events: [] },
      timeoutSeconds: 60,
    });
    world.clock.advance(10_000);
    expect(calls.callsTo(CALLER)[0]?.heard).toMatchObject([{ kind: 'said', text: 'Hello' }]);
    expect(call.status).toBe('completed');
    expect([...world.store.executions.values()]).toMatchObject([
      { contactChannelAddress: CALLER, flowChannelAddress: IVR, initiatedBy: call.sid },
    ]);
  });
});
