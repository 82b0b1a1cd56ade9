import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import { startByRequest } from '../../../../scripts/emulator/executions/start-by-request';
import type { FlowExecution } from '../../../../scripts/emulator/entities/flow';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { call, phoneWorld, type PhoneWorld } from '../../../support/phone-world';

const FUNCTION_URL = 'https://verify-1234-dev.twil.io/check';
const ASKING_A_FUNCTION = flow(
  state(
    'check',
    'run-function',
    { url: FUNCTION_URL, parameters: [{ key: 'code', value: '1234' }] },
    {
      success: 'good',
      fail: 'bad',
    },
  ),
  state('good', 'say-play', { say: 'Good' }, { audioComplete: '' }),
  state('bad', 'say-play', { say: 'Bad' }, { audioComplete: '' }),
);
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
const GOOD = { status: 200, contentType: 'application/json', body: '{}' };

/** Starts the world's flow as the REST API does. */
function start(world: PhoneWorld, to = CALLER) {
  const published = world.store.flows.get(FLOW_SID);
  if (published === undefined) throw new Error('The world has no flow');
  return startByRequest(world.store, world.executions, published, { to, from: IVR, parameters: { a: 1 } });
}

function started(world: PhoneWorld, to?: string): FlowExecution {
  const result = start(world, to);
  if (result.status !== 'started') throw new Error(`The flow did not start: ${result.status}`);
  return result.execution;
}

const stepsOf = (execution: FlowExecution) =>
  execution.steps.map(({ widget, event }) => `${widget} ${event}`);
const settled = () => new Promise(setImmediate);

describe('Executions', () => {
  test('asks a function and goes on with its answer', async () => {
    const world = phoneWorld(ASKING_A_FUNCTION);
    const { events } = call(world);
    world.clock.advance(0);
    expect(world.requests[0]?.request).toMatchObject({
      method: 'POST',
      url: FUNCTION_URL,
      body: 'code=1234',
    });
    expect(events).toEqual([]);
    world.requests[0]?.answer(GOOD);
    await settled();
    expect(events).toEqual(['request 200', 'answered', 'says Good']);
  });

  test('tells of a request without an answer', async () => {
    const world = phoneWorld(ASKING_A_FUNCTION);
    const { events } = call(world);
    world.clock.advance(0);
    world.requests[0]?.answer({ failure: 'timeout' });
    await settled();
    expect(events).toEqual(['request none', 'warning 81017', 'answered', 'says Bad']);
  });

  test('takes the answer of a function after a hang-up and then ends', async () => {
    const world = phoneWorld(ASKING_A_FUNCTION);
    const { call: line, events } = call(world);
    world.clock.advance(0);
    line.hangUp();
    expect(events).toEqual(['warning 81002']);
    world.requests[0]?.answer(GOOD);
    await settled();
    expect(events).toEqual(['warning 81002', 'request 200', 'over hung-up {}']);
    const [execution] = [...world.store.executions.values()];
    expect(execution && stepsOf(execution)).toEqual(['Trigger incomingCall', 'check success']);
  });

  test('drops the answer to an execution that was ended', async () => {
    const world = phoneWorld(ASKING_A_FUNCTION);
    const execution = started(world);
    world.executions.resume(execution.sid, { kind: 'end' });
    world.requests[0]?.answer(GOOD);
    await settled();
    expect(execution.state.ending).toEqual({ outcome: 'stopped' });
    expect(stepsOf(execution)).toEqual(['Trigger incomingRequest']);
  });

  test('keeps a record with steps, dates and warnings', async () => {
    const world = phoneWorld(ASKING_A_FUNCTION);
    const execution = started(world);
    world.clock.advance(3000);
    world.requests[0]?.answer(GOOD);
    await settled();
    expect(execution.steps.map(({ date }) => date - execution.dateCreated)).toEqual([0, 3000]);
    expect(execution.steps[1]?.sid).toMatch(/^FT[0-9a-f]{32}$/);
    // A say-play in an execution without a call.
    expect(execution.warnings.map(({ code }) => code)).toEqual([81020]);
  });

  test('gives the steps of a subflow its Run Subflow step as parent', () => {
    const sid = `FW${'2'.repeat(32)}`;
    const parent = flow(
      state('run', 'run-subflow', { flow_sid: sid, flow_revision: 'LatestPublished' }, { completed: '' }),
    );
    const child = flow(state('set', 'set-variables', { variables: [] }, { next: '' }));
    const { steps } = started(phoneWorld(parent, { [sid]: child }));
    const inside = steps.find(({ widget }) => widget === 'run/set');
    const outside = steps.find(({ widget }) => widget === 'run');
    expect(inside?.frames.at(-1)?.parent?.['step_sid']).toBe(outside?.sid);
  });

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
      null,
      message.sid,
    ]);
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

  test('waits for what somebody outside tells', () => {
    const dial = state('dial', 'make-outgoing-call-v2', { from: IVR, to: CALLER }, { busy: 'note' });
    const note = state('note', 'set-variables', { variables: [] });
    const world = phoneWorld(flow(dial, note));
    const execution = started(world);
    expect(execution.state.wait).toMatchObject({ kind: 'outside', type: 'make-outgoing-call-v2' });
    world.executions.resume(execution.sid, { kind: 'outside-event', event: 'busy', data: {} });
    expect(stepsOf(execution)).toEqual(['Trigger incomingRequest', 'dial busy', 'note next']);
  });

  test('comes back from a redirect by timeout when nothing returns', () => {
    const redirect = state(
      'redirect',
      'add-twiml-redirect',
      { url: 'https://example.com/', timeout: '30' },
      { return: '', timeout: '', fail: '' },
    );
    const world = phoneWorld(flow(redirect));
    const execution = started(world);
    world.clock.advance(29_900);
    expect(execution.state.ending).toBeNull();
    world.clock.advance(200);
    expect(stepsOf(execution)).toContain('redirect timeout');
  });

  test('answers a call that goes on outside, and lets the caller hang up there', () => {
    const connect = state('connect', 'connect-call-to', { noun: 'number', to: IVR }, { hangup: 'note' });
    const note = state('note', 'set-variables', { variables: [] });
    const world = phoneWorld(flow(connect, note));
    const { call: phone, events } = call(world);
    world.clock.advance(10);
    expect(world.store.calls.get(phone.sid)?.status).toBe('in-progress');
    phone.hangUp();
    const [execution] = [...world.store.executions.values()];
    expect(execution && stepsOf(execution)).toContain('connect hangup');
    expect(events.at(-1)).toContain('over');
  });
});
