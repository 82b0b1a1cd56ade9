import { state } from '../../../support/flows';
import { callFlow, type CheckCases } from '../flows';

export const singleKeys: CheckCases = {
  reported: [
    {
      shows: 'a variable that is set twice by one widget',
      flow: callFlow(
        state('set', 'set-variables', {
          variables: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2' },
            { key: 'a', value: '3' },
          ],
        }),
      ),
      problems: [['warning', '#/states/1/properties/variables/2/key', 'only the last value counts']],
    },
  ],
  clean: [
    {
      shows: 'keys that differ by letter case, and one key in two widgets',
      flow: callFlow(
        state('set', 'set-variables', {
          variables: [
            { key: 'a', value: '1' },
            { key: 'A', value: '2' },
          ],
        }),
        state('again', 'set-variables', { variables: [{ key: 'a', value: '3' }] }),
      ),
    },
  ],
};
