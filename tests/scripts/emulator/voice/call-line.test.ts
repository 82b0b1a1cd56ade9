import { CALLER, flow, state } from '../../../support/flows';
import { call, type HeardCall, phoneWorld, type PhoneWorld } from '../../../support/phone-world';

// 15 characters: one second of speech.
const ASK = 'Key in a code..';
const DONE = 'Thanks, goodbye';

const asking = (properties: object = {}) =>
  phoneWorld(
    flow(
      state(
        'ask',
        'gather-input-on-call',
        { say: ASK, timeout: 5, ...properties },
        {
          keypress: 'done',
          timeout: 'ask_again',
        },
      ),
      state('ask_again', 'say-play', { say: 'Nothing came.' }, { audioComplete: 'done' }),
      state('done', 'say-play', { say: DONE }, { audioComplete: '' }),
    ),
  );

/** Dials and lets the call begin; then `seconds` pass. */
function begin(world: PhoneWorld, seconds = 0): HeardCall {
  const heard = call(world);
  world.clock.advance(seconds * 1000);
  return heard;
}

describe('CallLine', () => {
  test('says things in the time they take', () => {
    const world = phoneWorld(flow(state('done', 'say-play', { say: DONE, loop: 2 }, { audioComplete: '' })));
    const { events } = begin(world, 1.9);
    expect(events).toEqual(['answered', `says ${DONE}`]);
    world.clock.advance(100);
    expect(events.slice(2)).toEqual([`said ${DONE}`, 'over completed {}']);
  });

  test('rings until there is something to hear', () => {
    const world = asking();
    const { call: line } = call(world);
    const record = world.store.calls.get(line.sid);
    expect([line.state().kind, record?.status]).toEqual(['waiting', 'ringing']);
    world.clock.advance(0);
    expect([line.state().kind, record?.status]).toEqual(['collecting', 'in-progress']);
  });

  test('counts as unanswered when given up while it rings', () => {
    const world = asking();
    const { call: line } = call(world);
    line.hangUp();
    world.clock.advance(0);
    expect(world.store.calls.get(line.sid)).toMatchObject({ status: 'no-answer', startTime: null });
  });

  test('takes keys after the prompt', () => {
    const world = asking();
    const { call: line, events } = begin(world, 2);
    line.press('12#');
    expect(events).toEqual([
      'answered',
      `says ${ASK}`,
      `said ${ASK}`,
      'listens 5',
      'keys 12',
      `says ${DONE}`,
    ]);
  });

  test('stops the prompt at the first key', () => {
    const world = asking();
    const { call: line, events } = begin(world, 0.5);
    line.press('1');
    expect(line.state()).toEqual({ kind: 'collecting', isPrompting: false, keys: '1' });
    world.clock.advance(4900);
    expect(events).toEqual(['answered', `says ${ASK}`]);
  });

  test('submits what was keyed in when no more comes', () => {
    const world = asking();
    const { call: line, events } = begin(world, 2);
    line.press('1');
    world.clock.advance(4000);
    line.press('2');
    world.clock.advance(4900);
    expect(events).not.toContain('keys 12');
    world.clock.advance(200);
    expect(events).toContain('keys 12');
  });

  test('is silent when nobody presses a key', () => {
    const { events } = begin(asking(), 6);
    expect(events.slice(-2)).toEqual(['silence', 'says Nothing came.']);
  });

  test('takes the finish key alone for no input', () => {
    const world = asking();
    const { call: line, events } = begin(world, 2);
    line.press('#');
    expect(events.slice(-2)).toEqual(['keys ', 'says Nothing came.']);
  });

  test('submits at the number of digits and loses the rest', () => {
    const world = asking({ number_of_digits: 2 });
    const { call: line, events } = begin(world, 2);
    line.press('1234');
    expect(events.slice(-2)).toEqual(['keys 12', `says ${DONE}`]);
    expect(line.state().kind).toBe('speaking');
  });

  test('loses keys while nothing collects them', () => {
    const world = phoneWorld(flow(state('done', 'say-play', { say: DONE }, { audioComplete: '' })));
    const { call: line, events } = begin(world);
    line.press('1');
    world.clock.advance(1000);
    expect(events).toEqual(['answered', `says ${DONE}`, `said ${DONE}`, 'over completed {}']);
  });

  test.each([0, 0.5, 3, 6.5])('ends the call when the caller hangs up after %s s', (seconds) => {
    const world = asking();
    const { call: line, events } = begin(world, seconds);
    line.hangUp();
    line.hangUp();
    world.clock.advance(60_000);
    expect(events.at(-1)).toBe('over hung-up {}');
    expect(events.filter((event) => event.startsWith('over'))).toHaveLength(1);
    expect(line.state().kind).toBe('over');
    const record = world.store.calls.get(line.sid);
    expect(record).toMatchObject({ status: 'completed', endTime: world.clock.now() - 60_000 });
  });

  test('ends a call that was never answered', () => {
    const world = asking();
    const { call: line, events } = call(world);
    line.hangUp();
    world.clock.advance(60_000);
    expect(events).toEqual(['over hung-up {}']);
    expect(world.store.executions.size).toBe(0);
  });

  test('shows texts that come in for the caller only', () => {
    const world = asking();
    const { events } = begin(world, 2);
    const text = { from: 'VERIFY', channel: 'sms' as const };
    world.inbox.deliver({ ...text, to: CALLER, body: 'yours' });
    world.inbox.deliver({ ...text, to: '+14155550123', body: 'not yours' });
    expect(events.filter((event) => event.startsWith('message'))).toEqual(['message yours']);
  });

  test('can be pressed and hung up by whoever listens', () => {
    const world = asking();
    const { call: line, events } = call(world);
    line.listen((event) => {
      if (event.kind === 'speaking' && event.takesKeys) line.press('7#');
      else if (event.kind === 'speaking') line.hangUp();
    });
    world.clock.advance(0);
    expect(events).toContain('keys 7');
    expect(events.at(-1)).toBe('over hung-up {}');
  });
});
