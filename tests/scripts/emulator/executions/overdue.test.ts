import { endOverdue } from '../../../../scripts/emulator/executions/overdue';
import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import { CALLER, flow, IVR, state } from '../../../support/flows';
import { call, phoneWorld } from '../../../support/phone-world';
import { start, started } from './started';

const DAYS = 24 * 60 * 60 * 1000;

/** Waits for somebody who never comes. */
const STUCK = flow(
  state('wait', 'add-twiml-redirect', { url: 'https://example.com', timeout: '0' }, { return: '' }),
);

describe('an execution that is active for 30 days', () => {
  test('has ended when somebody looks, and not before', () => {
    const world = phoneWorld(STUCK);
    const execution = started(world);
    world.clock.advance(30 * DAYS - 1);
    endOverdue(world);
    expect(execution.state.ending).toBeNull();
    world.clock.advance(1);
    endOverdue(world);
    expect(execution.state.ending).toEqual({ outcome: 'stopped' });
  });

  test('keeps its contact no longer', () => {
    const world = phoneWorld(STUCK);
    started(world);
    expect(start(world).status).toBe('contact-active');
    world.clock.advance(30 * DAYS);
    expect(start(world).status).toBe('started');
  });

  test('gets no more messages', () => {
    const world = phoneWorld(STUCK);
    started(world);
    world.clock.advance(30 * DAYS);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Hi' });
    expect(world.store.executions.size).toBe(2);
  });

  test('turns no more calls away', () => {
    const world = phoneWorld({ ...STUCK, flags: { allow_concurrent_calls: false } });
    call(world);
    world.clock.advance(30 * DAYS);
    const { events } = call(world);
    world.clock.advance(1000);
    expect(events).toEqual([]);
  });
});
