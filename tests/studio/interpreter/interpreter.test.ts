import fc from 'fast-check';
import { resumeExecution } from '../../../studio/interpreter/resume';
import { contextOf } from '../../../studio/interpreter/context';
import type { Input } from '../../../studio/model/wait';
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

const say = (name: string, next = ''): ReturnType<typeof state> =>
  state(name, 'say-play', { say: `This is ${name}.` }, { audioComplete: next });
const loopOn = { variables: [{ key: 'n', value: '{{flow.variables.n | plus: 1}}' }] };
const CHILD = `FW${'c'.repeat(32)}`;
const runChild = (
  arrows: Record<string, string>,
  parameters = [{ key: 'to', value: '{{trigger.call.From}}' }],
) =>
  state(
    'run_child',
    'run-subflow',
    { flow_sid: CHILD, flow_revision: 'LatestPublished', parameters },
    arrows,
  );
const audio: Input = { kind: 'audio-complete' };
const hangUp: Input = { kind: 'hang-up' };

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

  test('fails clearly at a widget type that does not run here', () => {
    const { execution } = play(flow(state('queue', 'enqueue-call', {}, {})));
    expect(execution.ending).toEqual({
      outcome: 'failed',
      code: null,
      message: 'Widget "queue": type "enqueue-call" is not interpreted here yet',
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

describe('limits', () => {
  test('the same widget runs ten times in a row, not eleven', () => {
    const { execution, log } = play(flow(state('count', 'set-variables', loopOn, { next: 'count' })));
    expect(execution.ending).toMatchObject({ outcome: 'failed', code: 81001 });
    expect(stepsOf(log).filter((step) => step.startsWith('count'))).toHaveLength(10);
    expect(warningsOf(log)).toEqual([81001]);
  });

  test('an execution ends after a thousand steps', () => {
    const ping = state('ping', 'set-variables', loopOn, { next: 'pong' });
    const pong = state('pong', 'set-variables', loopOn, { next: 'ping' });
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

describe('a subflow', () => {
  const child = flow(
    state(
      'ask',
      'gather-input-on-call',
      { say: 'Code for {{trigger.parent.parameters.to}}?' },
      { keypress: 'answer', timeout: '' },
    ),
    state('answer', 'set-variables', { variables: [{ key: 'status', value: 'approved', type: 'string' }] }),
  );
  const subflows = { [CHILD]: child };

  test('runs in the same execution, its widgets named after the parent', () => {
    const parent = flow(runChild({ completed: 'bye' }), say('bye'));
    const { execution, log } = play(parent, [{ kind: 'keys', digits: '1' }], { subflows });
    expect(stepsOf(log)).toEqual([
      'Trigger incomingCall run_child',
      'run_child/Trigger incomingParent run_child/ask',
      'run_child/ask keypress run_child/answer',
      'run_child/answer next (end)',
      'run_child completed bye',
    ]);
    expect(execution.steps).toBe(6);
    expect(execution.frames[0]?.widgets['run_child']).toEqual({ status: 'approved' });
  });

  test('sees the trigger of its parent and its parameters, not its variables', () => {
    const parent = flow(
      state('set', 'set-variables', { variables: [{ key: 'secret', value: 's' }] }, { next: 'run_child' }),
      runChild({}),
    );
    const { execution } = play(parent, [], { subflows });
    expect(execution.wait).toMatchObject({ prompt: { say: `Code for ${CALLER}?` } });
    expect(contextOf(execution)).toMatchObject({
      trigger: {
        call: { From: CALLER },
        parent: {
          parameters: { to: CALLER },
          flow_sid: FLOW_SID,
          execution_sid: execution.sid,
          trigger_type: 'call',
        },
      },
      flow: { flow_sid: CHILD, variables: {} },
    });
  });

  test('completes on any event that leads nowhere, with nothing set', () => {
    const { execution } = play(flow(runChild({ completed: 'bye' }), say('bye')), [{ kind: 'timeout' }], {
      subflows,
    });
    expect(execution.frames[0]?.widgets['run_child']).toEqual({});
    expect(execution.wait).toMatchObject({ speech: { say: 'This is bye.' } });
  });

  test('does not run a subflow of its own', () => {
    const nested = flow(runChild({ completed: '', failed: 'sorry' }), say('sorry'));
    const { execution, log } = play(flow(runChild({ completed: '' })), [], { subflows: { [CHILD]: nested } });
    expect(warningsOf(log)).toEqual([81024]);
    expect(execution.wait).toMatchObject({ speech: { say: 'This is sorry.' } });
  });
});

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
    const subflows = { [CHILD]: flow(say('hello')) };
    const { execution } = play(flow(runChild({ completed: 'bye' }), say('bye')), [hangUp], { subflows });
    expect(execution.ending).toEqual({ outcome: 'hung-up' });
  });
});

describe('serialising', () => {
  const child = flow(
    state('ask', 'gather-input-on-call', { say: 'Code?' }, { keypress: 'check', timeout: 'ask' }),
    state(
      'check',
      'run-function',
      { url: 'https://x.twil.io/check', parameters: [{ key: 'code', value: '{{widgets.ask.Digits}}' }] },
      { success: 'ask', fail: 'done' },
    ),
    state('done', 'set-variables', {
      variables: [{ key: 'status', value: '{{widgets.check.status_code}}' }],
    }),
  );
  const parent = flow(runChild({ completed: 'bye', failed: 'bye' }), say('bye'));
  const inputs = fc.oneof(
    fc.record({ kind: fc.constant('keys' as const), digits: fc.stringMatching(/^[0-9*]{0,6}$/) }),
    fc.constant({ kind: 'timeout' as const }),
    fc.constant(audio),
    fc.constant(hangUp),
    fc.record({
      kind: fc.constant('request-result' as const),
      result: fc.record({
        status: fc.constantFrom(200, 404, 500),
        contentType: fc.constant('application/json'),
        body: fc.json(),
      }),
    }),
  );

  test('an execution revived at every wait behaves the same', () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 15 }), (given) => {
        const world = { [CHILD]: child };
        const straight = play(parent, given, { subflows: world });
        const surroundings = surroundingsOf({ ...world, [FLOW_SID]: parent });
        let revived = play(parent, [], { subflows: world }).execution;
        for (const input of given) {
          revived = resumeExecution(
            JSON.parse(JSON.stringify(revived)) as typeof revived,
            input,
            surroundings,
          ).execution;
        }
        expect(revived).toEqual(straight.execution);
      }),
    );
  });
});
