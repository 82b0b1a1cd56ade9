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
      shows: 'required texts that are empty or blank',
      flow: callFlow(
        state('which', 'split-based-on', { input: '' }),
        state('call', 'make-outgoing-call-v2', { from: '', to: ' ' }),
        state('go', 'add-twiml-redirect', { url: '' }),
        state('agent', 'send-to-flex', { workflow: '', channel: 'TC1' }),
      ),
      problems: [
        ['warning', '#/states/1/properties/input', '"input" is empty'],
        ['warning', '#/states/2/properties/from', '"from" is empty'],
        ['warning', '#/states/2/properties/to', '"to" is empty'],
        ['warning', '#/states/3/properties/url', 'fill it in'],
        ['warning', '#/states/4/properties/workflow', 'fill it in'],
      ],
    },
    {
      shows: 'a call that goes nowhere',
      flow: callFlow(
        state('queue', 'enqueue-call', {}),
        state('person', 'connect-call-to', { noun: 'number' }),
        state('phone', 'connect-call-to', { noun: 'sip', sip_endpoint: '' }),
      ),
      problems: [
        ['warning', '#/states/1/properties', 'fill in one of workflow_sid, queue_name'],
        ['warning', '#/states/2/properties', 'fill in "to"'],
        ['warning', '#/states/3/properties', 'fill in one of sip_endpoint, to'],
      ],
    },
    {
      shows: 'a value without a key',
      flow: callFlow(state('set', 'set-variables', { variables: [{ key: '', value: 'x' }] })),
      problems: [['warning', '#/states/1/properties/variables/0/key', 'name it']],
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
        state('queue', 'enqueue-call', { queue_name: 'support' }),
        state('phone', 'connect-call-to', { noun: 'sip', sip_endpoint: 'sip:a@example.com' }),
        state('contact', 'send-message', { from: '', body: 'x' }),
      ),
    },
  ],
};
