import { isSteered, steeredClock } from '../../../../scripts/emulator/time/steered-clock';
import { realClock } from '../../../../scripts/emulator/time/real-clock';

const MINUTE = 60_000;

describe('steeredClock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('runs by itself as the computer does', () => {
    const clock = steeredClock();
    const action = jest.fn();
    clock.schedule(50, action);
    jest.advanceTimersByTime(49);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledTimes(1);
    expect(clock.now()).toBe(1050);
  });

  test('fires every timer on the way, in order', async () => {
    const clock = steeredClock();
    const fired: string[] = [];
    clock.schedule(9 * MINUTE, () => fired.push(`second at ${clock.now()}`));
    clock.schedule(MINUTE, () => fired.push(`first at ${clock.now()}`));
    clock.schedule(11 * MINUTE, () => fired.push('too late'));
    expect(await clock.skip(10 * MINUTE)).toBe(10 * MINUTE);
    expect(fired).toEqual([`first at ${1000 + MINUTE}`, `second at ${1000 + 9 * MINUTE}`]);
    expect(clock.now()).toBe(1000 + 10 * MINUTE);
    expect(clock.ahead()).toBe(10 * MINUTE);
  });

  test('stops where real work begins', async () => {
    const clock = steeredClock();
    let finish = (): void => undefined;
    clock.schedule(MINUTE, () => {
      void clock.during(new Promise<void>((resolve) => (finish = resolve)));
    });
    expect(await clock.skip(10 * MINUTE)).toBe(MINUTE);
    expect(clock.isBusy()).toBe(true);
    expect(await clock.skip(MINUTE)).toBe(0);
    finish();
    await Promise.resolve();
    await Promise.resolve();
    expect(clock.isBusy()).toBe(false);
  });

  test('knows what comes next and forgets what is cancelled', () => {
    const clock = steeredClock();
    const action = jest.fn();
    const timer = clock.schedule(50, action);
    expect(clock.nextAt()).toBe(1050);
    timer.cancel();
    expect(clock.nextAt()).toBeNull();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('keeps delays longer than Node allows', () => {
    const clock = steeredClock();
    const action = jest.fn();
    const day = 24 * 60 * MINUTE;
    clock.schedule(30 * day, action);
    jest.advanceTimersByTime(29 * day);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(day);
    expect(action).toHaveBeenCalledTimes(1);
  });
});

describe('isSteered', () => {
  test('tells clocks apart', () => {
    expect([isSteered(steeredClock()), isSteered(realClock())]).toEqual([true, false]);
  });
});
