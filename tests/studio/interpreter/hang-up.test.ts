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

  test('of a call that a widget made ends the execution likewise', () => {
    const dial = state('dial', 'make-outgoing-call-v2', { from: '1', to: '2' }, { answered: 'bye' });
    const trigger = { kind: 'request', parameters: { from: '1', to: '2' } } as const;
    const answered: Input = { kind: 'outside-event', event: 'answered', data: {} };
    const played = play(flow(dial, say('bye')), [answered, hangUp], { trigger });
    expect(played.execution.ending).toEqual({ outcome: 'hung-up' });
  });

  test('before anybody answered is nothing that happens', () => {
    const dial = state('dial', 'make-outgoing-call-v2', { from: '1', to: '2' }, { answered: 'bye' });
    const trigger = { kind: 'request', parameters: { from: '1', to: '2' } } as const;
    const played = play(flow(dial, say('bye')), [hangUp], { trigger });
    expect(played.execution.wait).toMatchObject({ kind: 'outside' });
    expect(warningsOf(played.log)).toEqual([81002]);
  });

  test('that a widget wires leads on to what needs no call, then ends', () => {
    const record = state('record', 'record-voicemail', {}, { hangup: 'note', recordingComplete: 'bye' });
    const { execution, log } = play(flow(record, note, say('bye')), [hangUp]);
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
    expect(stepsOf(log)).toContain('record hangup note');
    expect(warningsOf(log)).toEqual([]);
  });

  test('keeps a widget that works without a call from being entered after it', () => {
    const flex = state('flex', 'send-to-flex', { workflow: 'WW1', channel: 'TC1' }, {});
    const last = { ...note, transitions: [{ event: 'next', next: 'flex' }] };
    const answer: Input = { kind: 'request-result', result: { status: 200, contentType: '', body: '' } };
    const { execution } = play(flow(check, last, flex), [hangUp, answer]);
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
  });
});
