import { contextOf } from '../../../studio/interpreter/context';
import { resumeExecution } from '../../../studio/interpreter/resume';
import {
  CALLER,
  flow,
  FLOW_SID,
  IVR,
  play,
  state,
  stepsOf,
  surroundingsOf,
  warningsOf,
} from '../../support/flows';
import { audio, say } from '../../support/widgets';

describe('an execution', () => {
  test('runs to its first wait and stays plain JSON', () => {
    const { execution } = play(flow(say('hello', 'bye'), say('bye')));
    expect(execution.wait).toMatchObject({ kind: 'speech', speech: { say: 'This is hello.' } });
    expect(JSON.parse(JSON.stringify(execution))).toEqual(execution);
  });

  test('completes where an event leads nowhere', () => {
    const { execution, log } = play(flow(say('hello', 'bye'), say('bye')), [audio, audio]);
    expect(execution.ending).toEqual({ outcome: 'completed' });
    expect(stepsOf(log)).toEqual([
      'Trigger incomingCall hello',
      'hello audioComplete bye',
      'bye audioComplete (end)',
    ]);
  });

  test('shows the four roots of the context', () => {
    const { execution } = play(flow(say('hello')));
    expect(contextOf(execution)).toMatchObject({
      trigger: { call: { From: CALLER, To: IVR } },
      flow: { sid: execution.sid, flow_sid: FLOW_SID, channel: { address: IVR }, data: {}, variables: {} },
      contact: { channel: { address: CALLER } },
      widgets: {},
    });
  });

  test('turns addresses and data round for a REST trigger', () => {
    const trigger = {
      kind: 'request',
      parameters: { from: IVR, to: CALLER, parameters: { name: 'Ada' } },
    } as const;
    const wait = state('text', 'send-message', {
      from: '{{flow.channel.address}}',
      body: 'Hi {{flow.data.name}}',
    });
    expect(play(flow(wait), [], { trigger }).execution.wait).toMatchObject({
      message: { from: IVR, to: CALLER, body: 'Hi Ada' },
    });
  });

  test('does not move once it has ended', () => {
    const ended = play(flow(say('hello')), [audio]);
    const again = resumeExecution(ended.execution, audio, surroundingsOf({ [FLOW_SID]: flow(say('hello')) }));
    expect(again).toEqual({ execution: ended.execution, log: [] });
  });

  test('stops when the API ends it', () => {
    expect(play(flow(say('hello')), [{ kind: 'end' }]).execution.ending).toEqual({ outcome: 'stopped' });
  });

  test('fails clearly at a widget type that nobody knows', () => {
    const { execution } = play(flow(state('queue', 'hang-up', {}, {})));
    expect(execution.ending).toEqual({
      outcome: 'failed',
      code: null,
      message: 'Widget "queue": "hang-up" is no widget type of Studio',
    });
  });

  test('fails with 81020 at a call widget in a message flow', () => {
    const trigger = { kind: 'message', parameters: { From: CALLER, To: IVR } } as const;
    expect(play(flow(say('hello')), [], { trigger }).execution.ending).toMatchObject({
      outcome: 'failed',
      code: 81020,
    });
  });

  test('renders a broken template as nothing and warns with 81018', () => {
    const { execution, log } = play(flow(state('hello', 'say-play', { say: '{{ "x" | shout }}' })));
    expect(execution.wait).toMatchObject({ speech: { say: '' } });
    expect(warningsOf(log)).toEqual([81018]);
  });
});
