import { createExecutions } from '../../../../scripts/emulator/executions/executions';
import type { PlaceFlowCall } from '../../../../scripts/emulator/executions/flow-call';
import { startByRequest } from '../../../../scripts/emulator/executions/start-by-request';
import type { FlowExecution } from '../../../../scripts/emulator/entities/flow';
import { createPhones, type PhoneHabits } from '../../../../scripts/emulator/simulate/phones';
import { createFlowCalls } from '../../../../scripts/emulator/voice/flow-calls';
import { createOutgoingCalls } from '../../../../scripts/emulator/voice/outgoing-calls';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { phoneWorld } from '../../../support/phone-world';

const CALLING = flow(
  state(
    'call',
    'make-outgoing-call-v2',
    { from: '{{flow.channel.address}}', to: '{{contact.channel.address}}', timeout: 20 },
    { answered: 'ask', busy: 'note', noAnswer: 'note', failed: 'note' },
  ),
  state('ask', 'gather-input-on-call', { say: 'Key?', timeout: 5 }, { keypress: 'thank', timeout: 'thank' }),
  state('thank', 'say-play', { say: 'Thank you' }, { audioComplete: '' }),
  state('note', 'set-variables', { variables: [{ key: 'noted', value: 'yes' }] }, { next: '' }),
);

function flowCallWorld(habits: Partial<PhoneHabits>) {
  const world = phoneWorld(CALLING);
  const phones = createPhones();
  phones.behave(CALLER, habits);
  const executions = createExecutions({
    ...world,
    phones,
    ask: () => Promise.resolve({ failure: 'network' }),
    placeCall: (...wanted): ReturnType<PlaceFlowCall> => placeCall(...wanted),
  });
  const outgoingCalls = createOutgoingCalls({ ...world, phones, executions });
  const placeCall = createFlowCalls({ ...world, executions, outgoingCalls });
  const start = (to = CALLER): FlowExecution => {
    const published = world.store.flows.get(FLOW_SID);
    if (published === undefined) throw new Error('The world has no flow');
    const result = startByRequest({ ...world, executions }, published, { to, from: IVR, parameters: {} });
    if (result.status !== 'started') throw new Error(`The flow did not start: ${result.status}`);
    return result.execution;
  };
  return { ...world, executions, outgoingCalls, start };
}

const eventsOf = ({ steps }: FlowExecution) => steps.map(({ widget, event }) => `${widget} ${event}`);

describe('the calls of flows', () => {
  test('are led by the execution once answered', () => {
    const { start, clock, outgoingCalls } = flowCallWorld({ keys: ['7'] });
    const execution = start();
    clock.advance(60_000);
    expect(eventsOf(execution)).toEqual([
      'Trigger incomingRequest',
      'call answered',
      'ask keypress',
      'thank audioComplete',
    ]);
    const [received] = outgoingCalls.callsTo(CALLER);
    expect(received?.heard).toMatchObject([{ text: 'Key?' }, { text: 'Thank you' }]);
    expect(received?.status()).toBe('completed');
  });

  test.each([
    ['busy', 'busy'],
    ['ring', 'noAnswer'],
    ['failed', 'failed'],
  ] as const)('that end in "%s" leave by %s', (calls, event) => {
    const { start, clock } = flowCallWorld({ calls });
    const execution = start();
    clock.advance(60_000);
    expect(eventsOf(execution)).toEqual(['Trigger incomingRequest', `call ${event}`, 'note next']);
  });

  test('fail without a call to a number that is none', () => {
    const { start, clock, store } = flowCallWorld({});
    const execution = start('+1555');
    clock.advance(1000);
    expect(eventsOf(execution)).toContain('call failed');
    expect(store.calls.size).toBe(0);
  });

  test('end with an execution that is ended from outside', () => {
    const { start, clock, executions, outgoingCalls } = flowCallWorld({ calls: 'ring' });
    const execution = start();
    clock.advance(3000);
    executions.resume(execution.sid, { kind: 'end' });
    clock.advance(60_000);
    expect(outgoingCalls.callsTo(CALLER)[0]?.status()).toBe('no-answer');
    expect(eventsOf(execution)).toEqual(['Trigger incomingRequest']);
  });

  test('leave the flow when the REST API sends them elsewhere', () => {
    const { start, clock, outgoingCalls, store } = flowCallWorld({});
    const execution = start();
    clock.advance(8000);
    const [call] = [...store.calls.values()];
    const elsewhere = '<Response><Pause length="9"/><Say>Elsewhere</Say></Response>';
    outgoingCalls.find(call?.sid ?? '')?.redirect({ twiml: elsewhere });
    clock.advance(8000);
    expect(execution.state.ending).toBeNull();
    clock.advance(8000);
    const heard = outgoingCalls.callsTo(CALLER)[0]?.heard ?? [];
    expect(heard.flatMap((piece) => ('text' in piece ? [piece.text] : []))).toEqual(['Key?', 'Elsewhere']);
    expect(execution.state.ending).toMatchObject({ outcome: 'hung-up' });
  });

  test('stop their execution when the person hangs up', () => {
    const { start, clock, outgoingCalls } = flowCallWorld({});
    outgoingCalls.onRing((call) =>
      call.listen((event) => {
        if (event.kind === 'listening') call.hangUp();
      }),
    );
    const execution = start();
    clock.advance(60_000);
    expect(execution.state.ending).toMatchObject({ outcome: 'hung-up' });
    expect(eventsOf(execution)).not.toContain('thank audioComplete');
  });
});
