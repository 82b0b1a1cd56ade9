import { callFlow, say, type CheckCases } from '../flows';

export const noUnreachableWidgets: CheckCases = {
  reported: [
    {
      shows: 'every widget that nothing leads to, also those of an island',
      flow: callFlow(say('hello', 'Hello.'), say('left', 'A', 'right'), say('right', 'B', 'left')),
      problems: [
        ['warning', '#/states/2', 'widget "left" can never run'],
        ['warning', '#/states/3', 'wire it or delete it'],
      ],
    },
  ],
  clean: [{ shows: 'a chain', flow: callFlow(say('one', 'A', 'two'), say('two', 'B')) }],
};
