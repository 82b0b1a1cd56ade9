import type { Input } from '../../../studio/model/wait';
import { flow, play, state, stepsOf, warningsOf } from '../../support/flows';
import { CHILD_SID, counting, runChild, say } from '../../support/widgets';

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

  test('a flow may have 2 000 widgets, those of each subflow run included', () => {
    const child = flow(...Array.from({ length: 998 }, (_, index) => say(`child_${String(index)}`)));
    const first = { ...runChild({ completed: 'again' }), name: 'first' };
    const again = { ...runChild({ completed: '' }), name: 'again' };
    const subflows = { [CHILD_SID]: { ...child, initial_state: 'child_0' } };
    // The child has 999 widgets with its trigger; the parent 2, then 3 with its own.
    const { states } = flow(first, again);
    const two = { description: '', initial_state: 'first', states: states.slice(1) };
    expect(play(two, [], { subflows }).execution.wait).toMatchObject({ kind: 'speech' });
    const tooMany = play(flow(first, again), [], { subflows });
    expect(tooMany.execution.ending).toMatchObject({ outcome: 'failed', code: 81026 });
    expect(warningsOf(tooMany.log)).toEqual([81026]);
  });
});
