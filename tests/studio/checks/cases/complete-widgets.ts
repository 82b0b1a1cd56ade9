import { state } from '../../../support/flows';
import { callFlow, runFunction, split, type CheckCases } from '../flows';

export const completeWidgets: CheckCases = {
  reported: [
    {
      shows: 'URLs that nobody has filled in',
      flow: callFlow(
        state('run', 'run-function', { url: '' }),
        state('ask', 'make-http-request', { url: '' }),
      ),
      problems: [
        ['warning', '#/states/1/properties/url', 'fill it in'],
        ['warning', '#/states/2/properties/url', 'fill it in'],
      ],
    },
    {
      shows: 'messages without content',
      flow: callFlow(
        state('text', 'send-message', { from: 'x' }),
        state('ask', 'send-and-wait-for-reply', { from: 'x', body: '' }),
      ),
      problems: [
        ['warning', '#/states/1/properties', 'the message is empty'],
        ['warning', '#/states/2/properties', 'the message is empty'],
      ],
    },
    {
      shows: 'a branch without a condition',
      flow: callFlow(state('which', 'split-based-on', { input: '{{flow.sid}}' }, { noMatch: '', match: '' })),
      problems: [['warning', '#/states/1/transitions/1', 'is never taken']],
    },
  ],
  clean: [
    {
      shows: 'widgets with all they need',
      flow: callFlow(
        runFunction('run', {}),
        state('text', 'send-message', { from: 'x', content_sid: 'HX1' }),
        split('which', '{{flow.sid}}', { a: '' }),
      ),
    },
  ],
};
