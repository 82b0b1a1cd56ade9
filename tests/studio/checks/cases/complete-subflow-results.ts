import { state } from '../../../support/flows';
import { callFlow, runSubflow, say, set, split, subflow, SUBFLOW_SID, type CheckCases } from '../flows';

const parent = (text: string): ReturnType<typeof callFlow> =>
  callFlow(runSubflow('run', {}, { completed: 'tell' }), say('tell', text));

const leaky = subflow(
  split('which', '{{trigger.parent.parameters.x}}', { a: 'result' }, 'nothing'),
  set('result', { status: 'approved' }),
  set('nothing', { other: 'x' }),
);

export const completeSubflowResults: CheckCases = {
  reported: [
    {
      shows: 'a result that one path of the subflow does not set',
      flow: parent('{{widgets.run.status}}'),
      options: { subflows: { [SUBFLOW_SID]: leaky } },
      problems: [
        ['warning', '#/states/2/properties/say', 'the subflow can end at "nothing" without setting "status"'],
      ],
    },
    {
      shows: 'a result that is not set where an event has no transition',
      flow: parent('{{widgets.run.status}}'),
      options: {
        subflows: {
          [SUBFLOW_SID]: subflow(
            state('ask', 'run-function', { url: 'https://example.com/run' }, { success: 'result' }),
            set('result', { status: 'approved' }),
          ),
        },
      },
      problems: [['warning', '#/states/2/properties/say', 'can end at "ask" without setting "status"']],
    },
  ],
  clean: [
    {
      shows: 'a result that every path sets, in one widget or another',
      flow: parent('{{widgets.run.status}}'),
      options: {
        subflows: {
          [SUBFLOW_SID]: subflow(
            split('which', '{{trigger.parent.parameters.x}}', { a: 'yes' }, 'no'),
            set('yes', { status: 'approved' }),
            set('no', { status: 'error' }),
          ),
        },
      },
    },
    {
      shows: 'a parent that has a default for it',
      flow: parent('{{widgets.run.status | default: "error"}}'),
      options: { subflows: { [SUBFLOW_SID]: leaky } },
    },
    { shows: 'a subflow that is not given', flow: parent('{{widgets.run.status}}') },
  ],
};
