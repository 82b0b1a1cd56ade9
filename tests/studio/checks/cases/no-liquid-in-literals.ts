import { state } from '../../../support/flows';
import { callFlow, runFunction, type CheckCases } from '../flows';

export const noLiquidInLiterals: CheckCases = {
  reported: [
    {
      shows: 'the URL of a Function and the key of a parameter',
      flow: callFlow(
        state('run', 'run-function', {
          url: 'https://{{flow.data.host}}/run',
          parameters: [{ key: '{{flow.data.key}}', value: 'x' }],
        }),
      ),
      problems: [
        ['warning', '#/states/1/properties/url', 'Studio does not render Liquid here'],
        ['warning', '#/states/1/properties/parameters/0/key', 'Studio does not render Liquid here'],
      ],
    },
  ],
  clean: [
    { shows: 'values of parameters', flow: callFlow(runFunction('run', { x: '{{flow.sid}}' })) },
    {
      shows: 'the URL of a request',
      flow: callFlow(state('ask', 'make-http-request', { url: 'https://example.com/{{flow.sid}}' })),
    },
  ],
};
