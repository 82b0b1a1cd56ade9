import { state } from '../../../support/flows';
import { callFlow, flowBy, gather, runFunction, runSubflow, say, split, type CheckCases } from '../flows';

const bye = say('bye', 'Goodbye.');

export const noUnhandledEvents: CheckCases = {
  reported: [
    {
      shows: 'a Function whose failure nobody hears of',
      flow: callFlow(runFunction('run', {}, { success: 'bye' }), bye),
      problems: [['warning', '#/states/1/transitions/1', 'wire "fail" to a widget that deals with it']],
    },
    {
      shows: 'a caller who presses nothing',
      flow: callFlow(gather('ask', { keypress: 'bye' }), bye),
      problems: [['warning', '#/states/1/transitions/2', 'when the caller presses nothing']],
    },
    {
      shows: 'a subflow that fails, and a split that matches nothing',
      flow: callFlow(
        runSubflow('run', {}, { completed: 'which' }),
        split('which', '{{flow.sid}}', { a: 'bye' }),
        bye,
      ),
      problems: [
        ['warning', '#/states/1/transitions/1', 'wire "failed"'],
        ['warning', '#/states/2/transitions/0', 'wire "noMatch"'],
      ],
    },
    {
      shows: 'an event that is not even written down',
      flow: callFlow(
        state('ask', 'make-http-request', { url: 'https://example.com' }, { success: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions', 'wire "failed"']],
    },
    {
      shows: 'a type whose work is done outside',
      flow: callFlow(
        state('queue', 'enqueue-call', {}, { callComplete: 'bye', failedToEnqueue: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions', 'wire "callFailure"']],
    },
  ],
  clean: [
    {
      shows: 'a Function whose failure leads on',
      flow: callFlow(runFunction('run', {}, { success: 'bye', fail: 'bye' }), bye),
    },
    {
      shows: 'a message that is the last thing anyway',
      flow: flowBy(
        'incomingMessage',
        state('reply', 'send-message', { from: 'x', body: 'y' }, { sent: '', failed: '' }),
      ),
    },
  ],
};
