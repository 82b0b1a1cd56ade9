import { callFlow, OTHER_SID, runSubflow, type CheckCases } from '../flows';

const again = (options: Parameters<typeof runSubflow>[3]): ReturnType<typeof callFlow> =>
  callFlow(runSubflow('one', {}, { completed: 'two' }), runSubflow('two', {}, {}, options));

export const singleSubflowRevision: CheckCases = {
  reported: [
    {
      shows: 'one subflow at two revisions',
      flow: again({ revision: '3' }),
      problems: [['error', '#/states/2/properties/flow_revision', 'that "one" runs at "LatestPublished"']],
    },
  ],
  clean: [
    { shows: 'one subflow twice at the same revision', flow: again({}) },
    { shows: 'two subflows', flow: again({ sid: OTHER_SID, revision: '3' }) },
  ],
};
