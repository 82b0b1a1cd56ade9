import type { Input } from '../../../studio/model/wait';
import { startCall, startRequest } from '../../../studio/testing/start';
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
    const call = startCall(flow(say('hello', 'bye'), say('bye')), { pauseAt: ['hello'] }).hangUp();
    expect(call).toMatchObject({ ended: 'hungUp', heard: ['This is hello.'], warnings: [{ code: 81002 }] });
  });

  test('lets a function finish and ends before the next thing to say', () => {
    const call = startCall(flow(check, note, say('bye'))).hangUp();
    expect(call).toMatchObject({ ended: 'waiting', waitsFor: 'function' });
    expect(call.answer({ status: 200 })).toMatchObject({ ended: 'hungUp', variables: { seen: 'yes' } });
    expect(call.steps.at(-1)).toEqual({ widget: 'note', event: 'next', next: 'bye' });
  });

  test('ends the whole execution inside a subflow', () => {
    const subflows = { [CHILD_SID]: flow(say('hello')) };
    const parent = flow(runChild({ completed: 'bye' }), say('bye'));
    expect(startCall(parent, { subflows, pauseAt: ['run_child/hello'] }).hangUp().ended).toBe('hungUp');
  });

  test('keeps a subflow from completing with what a function still answers', () => {
    const subflows = { [CHILD_SID]: flow(check, { ...note, transitions: [{ event: 'next' }] }) };
    const call = startCall(flow(runChild({ completed: 'bye' }), say('bye')), { subflows });
    expect(call.hangUp().answer({ status: 200 }).ended).toBe('hungUp');
    expect(call.steps.map(({ widget }) => widget)).not.toContain('run_child');
  });

  test('lets a subflow that begins after it complete', () => {
    const record = state('record', 'record-voicemail', {}, { hangup: 'run_child' });
    const last = { ...note, transitions: [{ event: 'next' }] };
    const subflows = { [CHILD_SID]: flow(check, last) };
    const call = startCall(flow(record, runChild({ completed: 'note' }), last), { subflows });
    expect(call.hangUp().answer({ status: 200 })).toMatchObject({ ended: 'hungUp', warnings: [] });
    expect(call.steps.slice(-2).map(({ widget }) => widget)).toEqual(['run_child', 'note']);
  });

  test('of a call that a widget made ends the execution likewise', () => {
    const dial = state('dial', 'make-outgoing-call-v2', { from: '1', to: '2' }, { answered: 'bye' });
    const call = startRequest(flow(dial, say('bye')), { pauseAt: ['bye'] });
    expect(call.tell('answered').hangUp().ended).toBe('hungUp');
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
