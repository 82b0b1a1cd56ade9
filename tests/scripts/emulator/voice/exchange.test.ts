import { flowUrl } from '../../../../scripts/emulator/executions/flow-url';
import { newPhoneNumber } from '../../../../scripts/emulator/voice/phone-number';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { call, owner, phoneWorld } from '../../../support/phone-world';

const GREETING = flow(state('greet', 'say-play', { say: 'Hello' }, { audioComplete: '' }));
const OTHER = '+14155550198';

describe('dial', () => {
  test.each([CALLER, 'anonymous', '+266696687'])('lets %s call', (from) => {
    const world = phoneWorld(GREETING);
    const { events } = call(world, from);
    world.clock.advance(10_000);
    expect(events).toContain('said Hello');
  });

  test('gives the flow the parameters of the voice webhook', () => {
    const world = phoneWorld(GREETING);
    const { call: line } = call(world);
    world.clock.advance(0);
    const [execution] = [...world.store.executions.values()];
    expect(execution).toMatchObject({
      contactChannelAddress: CALLER,
      flowChannelAddress: IVR,
      initiatedBy: line.sid,
    });
    expect(execution?.state.trigger.parameters).toMatchObject({
      AccountSid: owner.sid,
      ApiVersion: '2010-04-01',
      CallSid: line.sid,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: CALLER,
      Caller: CALLER,
      To: IVR,
      Called: IVR,
      FromCountry: 'US',
      FromCity: '',
    });
  });

  test('tells what the last subflow returned', () => {
    const sid = `FW${'2'.repeat(32)}`;
    const child = flow(
      state('result', 'set-variables', { variables: [{ key: 'status', value: 'approved' }] }, { next: '' }),
    );
    const parent = flow(
      state('run', 'run-subflow', { flow_sid: sid, flow_revision: 'LatestPublished' }, { completed: '' }),
    );
    const { events } = start(phoneWorld(parent, { [sid]: child }));
    expect(events.at(-1)).toBe('over completed {"status":"approved"}');
  });

  test('turns a second call away where a flow allows one', () => {
    const world = phoneWorld({ ...GREETING, flags: { allow_concurrent_calls: false } });
    const first = call(world);
    const second = call(world);
    const stranger = call(world, '+14155550123');
    world.clock.advance(20_000);
    expect(first.events.at(-1)).toBe('over completed {}');
    expect(second.events).toContainEqual(expect.stringContaining('out of service'));
    expect(second.events.at(-1)).toBe('over failed {}');
    expect(stranger.events.at(-1)).toBe('over completed {}');
  });

  test('lets one caller call twice where a flow allows it', () => {
    const world = phoneWorld({ ...GREETING, flags: { allow_concurrent_calls: true } });
    const calls = [call(world), call(world)];
    world.clock.advance(20_000);
    expect(calls.map(({ events }) => events.at(-1))).toEqual(['over completed {}', 'over completed {}']);
  });

  test.each([
    ['a number that is not held', '+14155550123', {}, 'does not hold that number: add it first'],
    ['a number that leads nowhere', OTHER, {}, 'its voice URL is empty: deploy first'],
    ['a number that leads to no address', OTHER, { voiceUrl: 'mailto:a@example.com' }, 'is no address'],
    [
      'a number of another flow',
      OTHER,
      { voiceUrl: flowUrl(owner.sid, `FW${'9'.repeat(32)}`) },
      'is not a flow',
    ],
  ])('cannot reach %s', (_what, to, settings, problem) => {
    const world = phoneWorld(GREETING);
    world.store.phoneNumbers.set('PN2', { ...newPhoneNumber('PN2', OTHER, 0), ...settings });
    const result = world.dial(CALLER, to);
    expect(result).toEqual({ ok: false, problem: expect.stringContaining(problem) });
    expect(JSON.stringify(result)).not.toContain(to);
  });

  test('cannot reach a flow that is only a draft', () => {
    const world = phoneWorld(GREETING);
    const published = world.store.flows.get(FLOW_SID);
    const revisions = (published?.revisions ?? []).map((revision) => ({
      ...revision,
      status: 'draft' as const,
    }));
    world.store.flows.set(FLOW_SID, { sid: FLOW_SID, dateCreated: 0, revisions });
    expect(world.dial()).toEqual({ ok: false, problem: expect.stringContaining('never published') });
  });

  test.each([
    ['me', '"me"'],
    ['4155550100', '"…0100"'],
    ['+1 (415) 555-0100', '"…0100"'],
  ])('cannot call from %s', (from, shown) => {
    expect(phoneWorld(GREETING).dial(from)).toEqual({
      ok: false,
      problem: `Cannot call from ${shown}: give a number like +14155550100, or "anonymous"`,
    });
  });
});

function start(world: ReturnType<typeof phoneWorld>): ReturnType<typeof call> {
  const heard = call(world);
  world.clock.advance(10_000);
  return heard;
}
