import type { Input } from '../../../studio/model/wait';
import { flow, play, state, stepsOf, warningsOf } from '../../support/flows';
import { CHILD_SID, hangUp, runChild, say } from '../../support/widgets';

describe('a hang-up', () => {
  const check = state(
    'check',
    'run-function',
    { url: 'https://x.twil.io/check' },
    { success: 'note', fail: '' },
  );
  const note = state(
    'note',
    'set-variables',
    { variables: [{ key: 'seen', value: 'yes' }] },
    { next: 'bye' },
  );

  test('ends the execution at a widget that needs the call', () => {
    const { execution, log } = play(flow(say('hello', 'bye'), say('bye')), [hangUp]);
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
    expect(warningsOf(log)).toEqual([81002]);
  });

  test('lets a function finish and ends before the next thing to say', () => {
    const answer: Input = { kind: 'request-result', result: { status: 200, contentType: '', body: '' } };
    const { execution, log } = play(flow(check, note, say('bye')), [hangUp, answer]);
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
    expect(stepsOf(log)).toContain('note next bye');
    expect(execution.frames[0]?.variables).toEqual({ seen: 'yes' });
  });

  test('ends the whole execution inside a subflow', () => {
    const subflows = { [CHILD_SID]: flow(say('hello')) };
    const { execution } = play(flow(runChild({ completed: 'bye' }), say('bye')), [hangUp], { subflows });
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
  });

  test('keeps a subflow from completing with what a function still answers', () => {
    const answer: Input = { kind: 'request-result', result: { status: 200, contentType: '', body: '' } };
    const subflows = { [CHILD_SID]: flow(check, { ...note, transitions: [{ event: 'next' }] }) };
    const { execution, log } = play(flow(runChild({ completed: 'bye' }), say('bye')), [hangUp, answer], {
      subflows,
    });
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
    expect(stepsOf(log)).not.toContain('run_child completed bye');
  });
});
