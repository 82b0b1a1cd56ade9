import { callFlow, runSubflow, say, subflow, type CheckCases } from '../flows';

export const knownTriggerVariables: CheckCases = {
  reported: [
    {
      shows: 'the path that the blog post prints',
      flow: callFlow(runSubflow('verify', { to: '{{trigger.caller.From}}' })),
      problems: [
        [
          'error',
          '#/states/1/properties/parameters/0/value',
          '"trigger.caller.From" does not exist and is always blank: use trigger.call.From',
        ],
      ],
    },
    {
      shows: 'kinds of trigger that are misspelt, meant otherwise, or nothing at all',
      flow: callFlow(say('hello', '{{trigger.cal.To}} {{trigger.SMS.Body}} {{trigger.weather}}')),
      problems: [
        ['error', '#/states/1/properties/say', 'use trigger.call.To'],
        ['error', '#/states/1/properties/say', 'use trigger.message.Body'],
        ['error', '#/states/1/properties/say', 'use one of trigger.call, trigger.message'],
      ],
    },
    {
      shows: 'parameters that Twilio does not send',
      flow: callFlow(say('hello', '{{trigger.call.from}} {{trigger.call.taskSid}}')),
      problems: [
        ['warning', '#/states/1/properties/say', 'did you mean "From"?'],
        ['warning', '#/states/1/properties/say', 'Twilio sends no "trigger.call.taskSid"'],
      ],
    },
    {
      shows: 'what a parent passes, in a flow that nobody can run as a subflow',
      flow: callFlow(say('hello', '{{trigger.parent.parameters.to}}')),
      problems: [['warning', '#/states/1/properties/say', '"incomingParent" of the trigger leads nowhere']],
    },
  ],
  clean: [
    {
      shows: 'what Twilio sends',
      flow: callFlow(
        say(
          'hello',
          '{{trigger.call.From}} {{trigger.call.SipHeader_X-Account}} {{trigger.message.MediaUrl0}} {{trigger.message.ChannelAttributes.from}} {{trigger.request.parameters.x}} {{trigger.conversation.Author}}',
        ),
      ),
    },
    {
      shows: 'parameters of a subflow',
      flow: subflow(say('hello', '{{trigger.parent.parameters.to}} {{trigger.parent.trigger_type}}')),
    },
    {
      shows: 'a key that another variable names',
      flow: callFlow(say('hello', '{{trigger.call[flow.data.key]}}')),
    },
  ],
};
