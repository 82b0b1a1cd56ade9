import { CALLER, flow, IVR, state } from '../../../support/flows';
import { call, phoneWorld } from '../../../support/phone-world';
import { started, stepsOf } from './started';

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
const GOOD = { status: 200, contentType: 'application/json', body: '{}' };

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
