import type { FlowDefinition, State } from '../../../../studio/model/flow-definition';
import { state } from '../../../support/flows';
import { callFlow, runSubflow, say, subflow, type CheckCases } from '../flows';

const everyKind =
  '{{trigger.call.From}} {{trigger.message.MediaUrl0}} {{trigger.request.parameters.x}} {{trigger.conversation.Author}} {{flow.data.x}}';

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
    {
      shows: 'kinds whose door is shut',
      flow: callFlow(
        say(
          'hello',
          '{{trigger.message.From}} {{trigger.message.Body}} {{trigger.request.parameters.x}} {{flow.data.x}}',
        ),
      ),
      problems: [
        [
          'warning',
          '#/states/1/properties/say',
          '"trigger.message.From" is always blank: this flow only starts by incomingCall; use trigger.call.From',
        ],
        ['warning', '#/states/1/properties/say', 'wire "incomingMessage", or take it out'],
        ['warning', '#/states/1/properties/say', '"trigger.request.parameters.x" is always blank'],
        ['warning', '#/states/1/properties/say', '"flow.data.x" is always blank'],
      ],
    },
    {
      shows: 'names that every JavaScript object has',
      flow: callFlow(
        say('hello', '{{trigger.constructor.x}} {{trigger.__proto__}} {{trigger.call.toString}}'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', '"trigger.constructor.x" does not exist'],
        ['error', '#/states/1/properties/say', 'use one of trigger.call, trigger.message'],
        ['warning', '#/states/1/properties/say', 'Twilio sends no "trigger.call.toString"'],
      ],
    },
  ],
  clean: [
    {
      shows: 'what Twilio sends',
      flow: withEveryDoor(
        say(
          'hello',
          `${everyKind} {{trigger.call.SipHeader_X-Account}} {{trigger.message.ChannelAttributes.from}}`,
        ),
      ),
    },
    {
      shows: 'whatever its parent started by, in a subflow',
      flow: subflow(say('hello', everyKind)),
    },
    {
      shows: 'a kind without a door, where the template says what happens then',
      flow: callFlow(say('hello', '{{trigger.message.From | default: trigger.call.From}}')),
    },
    {
      shows: 'what the console writes into every message',
      flow: callFlow(
        state('text', 'send-message', {
          ...{ from: '{{flow.channel.address}}', to: '{{contact.channel.address}}', body: 'Hello.' },
          ...{ service: '{{trigger.message.InstanceSid}}', channel: '{{trigger.message.ChannelSid}}' },
        }),
      ),
    },
    {
      shows: 'a flow without any door',
      flow: { ...callFlow(say('hello', everyKind)), initial_state: 'hello' },
    },
    {
      shows: 'parameters of a subflow',
      flow: subflow(say('hello', '{{trigger.parent.parameters.to}} {{trigger.parent.trigger_type}}')),
    },
    {
      shows: 'a key that another variable names',
      flow: callFlow(say('hello', '{{trigger.call[flow.variables.key]}}')),
    },
  ],
};

/** A flow that starts by a call, a message, a conversation or a request. */
function withEveryDoor(first: State): FlowDefinition {
  const doors = ['incomingCall', 'incomingMessage', 'incomingConversationMessage', 'incomingRequest'];
  const arrows = Object.fromEntries(doors.map((door) => [door, first.name]));
  return { ...callFlow(first), states: [state('Trigger', 'trigger', {}, arrows), first] };
}
