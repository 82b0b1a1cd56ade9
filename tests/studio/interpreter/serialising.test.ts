import fc from 'fast-check';
import { resumeExecution } from '../../../studio/interpreter/resume';
import { flow, FLOW_SID, play, state, surroundingsOf } from '../../support/flows';
import { audio, CHILD_SID, hangUp, runChild, say } from '../../support/widgets';

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
        const world = { [CHILD_SID]: child };
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
