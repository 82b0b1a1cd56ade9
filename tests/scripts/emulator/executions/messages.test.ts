import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { CALLER, flow, IVR, state } from '../../../support/flows';
import { call, phoneWorld } from '../../../support/phone-world';
import { started, stepsOf } from './started';

const QUESTION = flow(
  state(
    'ask',
    'send-and-wait-for-reply',
    { body: 'Well?', timeout: '60' },
    {
      incomingMessage: 'note',
      timeout: 'note',
      deliveryFailure: 'note',
    },
  ),
  state(
    'note',
    'set-variables',
    { variables: [{ key: 'reply', value: '{{widgets.ask.inbound.Body}}' }] },
    { next: '' },
  ),
);

describe('Executions with messages', () => {
  test('sends a message and keeps the resource', () => {
    const sending = (to: string): FlowDefinition =>
      flow(state('text', 'send-message', { from: IVR, to, body: 'Hello' }, { sent: '', failed: '' }));
    const world = phoneWorld(sending(CALLER));
    const execution = started(world);
    expect(world.inbox.messagesTo(CALLER)).toMatchObject([{ from: IVR, body: 'Hello' }]);
    expect(execution.state.frames[0]?.widgets['text']).toMatchObject({
      outbound: { Body: 'Hello', To: CALLER },
    });
    expect(stepsOf(started(phoneWorld(sending('nobody'))))).toContain('text failed');
  });

  test('goes on with the reply of the same contact', () => {
    const world = phoneWorld(QUESTION);
    const execution = started(world);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Fine' });
    expect(world.inbox.messagesTo(CALLER)).toMatchObject([{ body: 'Well?' }]);
    expect(execution.state.frames[0]?.variables).toEqual({ reply: 'Fine' });
    world.clock.advance(60_000);
    expect(stepsOf(execution)).toEqual(['Trigger incomingRequest', 'ask incomingMessage', 'note next']);
  });

  test('starts another execution for another contact', () => {
    const world = phoneWorld(QUESTION);
    const execution = started(world);
    const message = receiveMessage(world, { from: '+14155550123', to: IVR, body: 'Fine' });
    expect(execution.state.ending).toBeNull();
    expect([...world.store.executions.values()].map(({ initiatedBy }) => initiatedBy)).toEqual([
      expect.stringMatching(/^RQ/),
      message.sid,
    ]);
  });

  test.each([
    [false, 1],
    [true, 2],
  ])('of a caller go to the call where concurrent calls are %s', (allowed, count) => {
    const world = phoneWorld({ ...QUESTION, flags: { allow_concurrent_calls: allowed } });
    call(world);
    world.clock.advance(100);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Fine' });
    expect(world.store.executions.size).toBe(count);
  });

  test('gives up on a reply when its time is over', () => {
    const world = phoneWorld(QUESTION);
    const execution = started(world);
    world.clock.advance(59_900);
    expect(execution.state.ending).toBeNull();
    world.clock.advance(200);
    expect(stepsOf(execution)).toContain('ask timeout');
  });

  test('says at once that a question could not be delivered', () => {
    expect(stepsOf(started(phoneWorld(QUESTION), 'nobody'))).toContain('ask deliveryFailure');
  });

  test('is told in a moment that a question reached no phone', () => {
    const world = phoneWorld(QUESTION);
    world.store.lineTypes.set(CALLER, 'landline');
    const execution = started(world);
    expect(execution.state.ending).toBeNull();
    world.clock.advance(1000);
    expect(stepsOf(execution)).toContain('ask deliveryFailure');
    expect(world.inbox.messagesTo(CALLER)).toEqual([]);
    expect([...world.store.messages.values()]).toMatchObject([{ status: 'undelivered', errorCode: 30_006 }]);
  });

  test('sends nothing to a person who said STOP', () => {
    const world = phoneWorld(QUESTION);
    const execution = started(world);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'stop' });
    const next = started(world);
    expect(stepsOf(execution)).toContain('ask incomingMessage');
    expect(stepsOf(next)).toContain('ask deliveryFailure');
  });

  test('gets a reply with a passcode in it only redacted', () => {
    const world = phoneWorld(QUESTION);
    const execution = started(world);
    const { sid } = receiveMessage(world, { from: CALLER, to: IVR, body: 'Your Acme code is 123456' });
    expect(world.store.messages.get(sid)).toMatchObject({
      body: 'Your Acme code is ******',
      status: 'failed',
      errorCode: 30_038,
    });
    expect(JSON.stringify(execution.state)).not.toContain('123456');
    expect(stepsOf(execution)).toContain('ask incomingMessage');
  });
});
