import type { Input } from '../../../studio/model/wait';
import { flow, play, state, stepsOf, warningsOf } from '../../support/flows';
import { counting } from '../../support/widgets';

describe('limits', () => {
  test('the same widget runs ten times in a row, not eleven', () => {
    const { execution, log } = play(flow(state('count', 'set-variables', counting, { next: 'count' })));
    expect(execution.ending).toMatchObject({ outcome: 'failed', code: 81001 });
    expect(stepsOf(log).filter((step) => step.startsWith('count'))).toHaveLength(10);
    expect(warningsOf(log)).toEqual([81001]);
  });

  test('an execution ends after a thousand steps', () => {
    const ping = state('ping', 'set-variables', counting, { next: 'pong' });
    const pong = state('pong', 'set-variables', counting, { next: 'ping' });
    const { execution, log } = play(flow(ping, pong));
    expect(execution.ending).toMatchObject({ outcome: 'failed', code: 81000 });
    expect(stepsOf(log)).toHaveLength(1000);
  });

  test('a visit to another widget starts the count again', () => {
    const twice = state('gather', 'gather-input-on-call', { say: 'Go.' }, { timeout: 'gather' });
    const timeouts: Input[] = Array.from({ length: 9 }, () => ({ kind: 'timeout' }));
    expect(play(flow(twice), timeouts).execution.wait).toMatchObject({ kind: 'keys' });
    expect(play(flow(twice), [...timeouts, { kind: 'timeout' }]).execution.ending).toMatchObject({
      code: 81001,
    });
  });
});
