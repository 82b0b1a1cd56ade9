import { callFlow, say, split, type CheckCases } from '../flows';

export const singleSplitInput: CheckCases = {
  reported: [
    {
      shows: 'a condition that was copied from elsewhere',
      flow: callFlow(
        split('which', '{{flow.sid}}', { a: 'bye' }, 'bye', '{{flow.flow_sid}}'),
        say('bye', 'Goodbye.'),
      ),
      problems: [['warning', '#/states/1/transitions/1/conditions/0/arguments/0', 'make them the same']],
    },
  ],
  clean: [
    {
      shows: 'the same, but for blanks',
      flow: callFlow(
        split('which', '{{flow.sid}}', { a: 'bye' }, 'bye', '{{ flow.sid }}'),
        say('bye', 'Goodbye.'),
      ),
    },
  ],
};
