import { realClock } from '../../../../scripts/emulator/time/real-clock';

describe('realClock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('runs an action once after its delay', () => {
    const action = jest.fn();
    realClock().schedule(50, action);
    jest.advanceTimersByTime(49);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(100);
    expect(action).toHaveBeenCalledTimes(1);
  });

  test('keeps delays longer than Node allows', () => {
    const action = jest.fn();
    const days = 24 * 60 * 60 * 1000;
    realClock().schedule(30 * days, action);
    jest.advanceTimersByTime(29 * days);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(days);
    expect(action).toHaveBeenCalledTimes(1);
  });

  test('forgets a cancelled action', () => {
    const action = jest.fn();
    realClock().schedule(50, action).cancel();
    jest.advanceTimersByTime(100);
    expect(action).not.toHaveBeenCalled();
  });
});
