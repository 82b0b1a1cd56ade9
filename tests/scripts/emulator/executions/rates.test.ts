import { mayStart } from '../../../../scripts/emulator/executions/rates';
import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import { createStore } from '../../../../scripts/emulator/store';
import { CALLER, flow, IVR, state } from '../../../support/flows';
import { twiml } from '../../../support/outgoing-calls';
import { call, owner, passIn, phoneWorld } from '../../../support/phone-world';
import { start } from './started';

const QUICK = flow(state('greet', 'say-play', { say: 'Hello' }, { audioComplete: '' }));

describe('mayStart', () => {
  const starts = (
    way: 'inbound' | 'requested',
    count: number,
    store: ReturnType<typeof createStore>,
    at: number,
  ) => Array.from({ length: count }, () => mayStart(store, way, at)).filter(Boolean).length;

  test.each(['inbound', 'requested'] as const)('lets %s executions start at their rate', (way) => {
    const store = createStore(owner, { [`${way}PerSecond`]: 20 });
    expect(starts(way, 30, store, 0)).toBe(20);
    expect(starts(way, 30, store, 500)).toBe(10);
    expect(starts(way, 30, store, 10_000)).toBe(20);
  });

  test('counts the two ways apart', () => {
    const store = createStore(owner, { inboundPerSecond: 1, requestedPerSecond: 1 });
    expect([starts('inbound', 2, store, 0), starts('requested', 2, store, 0)]).toEqual([1, 1]);
  });

  test('knows no limit unless the store has one', () => {
    expect(starts('inbound', 1000, createStore(owner), 0)).toBe(1000);
  });
});

describe('one execution too many in a second', () => {
  test('is refused to the REST API', () => {
    const world = phoneWorld(QUICK);
    world.store.studioSettings.requestedPerSecond = 1;
    const statuses = [CALLER, '+14155550101'].map((to) => start(world, to).status);
    expect(statuses).toEqual(['started', 'rate-limited']);
    world.clock.advance(1000);
    expect(start(world, '+14155550101').status).toBe('started');
  });

  test('sends a call to the fallback of its number', async () => {
    const world = phoneWorld(QUICK);
    world.store.studioSettings.inboundPerSecond = 1;
    const number = world.store.phoneNumbers.get('PN1');
    if (number !== undefined) number.voiceFallbackUrl = 'http://127.0.0.1:5000/busy';
    world.applications.answers.set('http://127.0.0.1:5000/busy', twiml('<Say>Busy</Say>'));
    const [first, second] = [call(world), call(world, '+14155550101')];
    await passIn(world, 5);
    expect(first.events).toContain('said Hello');
    expect(second.events).toEqual(expect.arrayContaining(['warning 20429', 'said Busy']));
  });

  test('ends a call without a fallback with an error', async () => {
    const world = phoneWorld(QUICK);
    world.store.studioSettings.inboundPerSecond = 0;
    const { events } = call(world);
    await passIn(world, 10);
    expect(events).toContainEqual(expect.stringMatching(/^said Something is wrong/));
    expect(events.at(-1)).toBe('over failed {}');
  });

  test('leaves a message without an answer', () => {
    const world = phoneWorld(QUICK);
    world.store.studioSettings.inboundPerSecond = 1;
    for (const from of [CALLER, '+14155550101']) receiveMessage(world, { from, to: IVR, body: 'Hi' });
    expect(world.store.executions.size).toBe(1);
    expect(world.store.messages.size).toBe(2);
  });
});
