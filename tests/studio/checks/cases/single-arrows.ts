import { state } from '../../../support/flows';
import { callFlow, say, split, type CheckCases } from '../flows';

const ask = state('ask', 'gather-input-on-call', { say: 'Press one.' });

export const singleArrows: CheckCases = {
  reported: [
    {
      shows: 'two arrows for the same keys',
      flow: callFlow(
        {
          ...ask,
          transitions: [{ event: 'keypress', next: 'bye' }, { event: 'keypress' }, { event: 'timeout' }],
        },
        say('bye', 'Bye.'),
      ),
      problems: [['warning', '#/states/1/transitions/1', 'only the first is taken']],
    },
  ],
  clean: [
    {
      shows: 'a split with several branches',
      flow: callFlow(split('which', '{{flow.sid}}', { a: '', b: '' })),
    },
  ],
};
