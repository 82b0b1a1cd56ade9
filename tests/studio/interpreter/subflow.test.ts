import { contextOf } from '../../../studio/interpreter/context';
import { startCall } from '../../../studio/testing/start';
import { CALLER, flow, FLOW_SID, play, state } from '../../support/flows';
import { CHILD_SID, runChild, say } from '../../support/widgets';

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
  const subflows = { [CHILD_SID]: child };

  test('runs in the same execution, its widgets named after the parent', () => {
    const call = startCall(flow(runChild({ completed: 'bye' }), say('bye')), { subflows });
    expect(call.press('1').steps).toEqual([
      { widget: 'Trigger', event: 'incomingCall', next: 'run_child' },
      { widget: 'run_child/Trigger', event: 'incomingParent', next: 'run_child/ask' },
      { widget: 'run_child/ask', event: 'keypress', next: 'run_child/answer' },
      { widget: 'run_child/answer', event: 'next', next: null },
      { widget: 'run_child', event: 'completed', next: 'bye' },
      { widget: 'bye', event: 'audioComplete', next: null },
    ]);
    expect(call.widgets['run_child']).toEqual({ status: 'approved' });
  });

  test('counts as one step more, that of the widget that runs it', () => {
    const { execution } = play(flow(runChild({})), [{ kind: 'keys', digits: '1' }], { subflows });
    expect(execution.steps).toBe(5);
  });

  test('sees the trigger of its parent and its parameters, not its variables', () => {
    const parent = flow(
      state('set', 'set-variables', { variables: [{ key: 'secret', value: 's' }] }, { next: 'run_child' }),
      runChild({}),
    );
    const { heard, context } = startCall(parent, { subflows });
    expect(heard).toEqual([`Code for ${CALLER}?`]);
    expect(context).toMatchObject({
      trigger: {
        call: { From: CALLER },
        parent: { parameters: { to: CALLER }, trigger_type: 'call' },
      },
      flow: { flow_sid: CHILD_SID, variables: {} },
    });
  });

  test('knows the execution and the flow that run it', () => {
    const { execution } = play(flow(runChild({})), [], { subflows });
    expect(contextOf(execution)).toMatchObject({
      trigger: { parent: { flow_sid: FLOW_SID, execution_sid: execution.sid } },
    });
  });

  test('completes on any event that leads nowhere, with nothing set', () => {
    const call = startCall(flow(runChild({ completed: 'bye' }), say('bye')), { subflows }).stayQuiet();
    expect(call.widgets['run_child']).toEqual({});
    expect(call.heard.at(-1)).toBe('This is bye.');
  });

  test('does not run a subflow of its own', () => {
    const nested = flow(runChild({ completed: '', failed: 'sorry' }), say('sorry'));
    const call = startCall(flow(runChild({ completed: '' })), { subflows: { [CHILD_SID]: nested } });
    expect(call).toMatchObject({ heard: ['This is sorry.'], warnings: [{ code: 81024 }] });
  });
});
