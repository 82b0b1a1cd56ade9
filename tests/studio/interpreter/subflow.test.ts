import { contextOf } from '../../../studio/interpreter/context';
import { CALLER, flow, FLOW_SID, play, state, stepsOf, warningsOf } from '../../support/flows';
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
      flow: { flow_sid: CHILD_SID, variables: {} },
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
    const { execution, log } = play(flow(runChild({ completed: '' })), [], {
      subflows: { [CHILD_SID]: nested },
    });
    expect(warningsOf(log)).toEqual([81024]);
    expect(execution.wait).toMatchObject({ speech: { say: 'This is sorry.' } });
  });
});
