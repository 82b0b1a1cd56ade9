import { callFlow, say, split, type CheckCases } from '../flows';

export const knownRoots: CheckCases = {
  reported: [
    {
      shows: 'a name that nothing sets',
      flow: callFlow(say('hello', 'Hello {{name}}.')),
      problems: [
        ['error', '#/states/1/properties/say', 'a variable begins with contact, flow, trigger, widgets'],
      ],
    },
    {
      shows: 'a name with a default',
      flow: callFlow(say('hello', 'Hello {{name | default: "you"}}.')),
      problems: [['warning', '#/states/1/properties/say', 'nothing sets "name"']],
    },
    {
      shows: 'keys that flow and contact do not have, also in conditions',
      flow: callFlow(
        say('hello', '{{flow.execution_sid}} {{contact.address}}', 'which'),
        split('which', '{{flow.channel.number}}', { 1: '', '{{flow.name}}': '' }),
      ),
      problems: [
        ['error', '#/states/1/properties/say', '"flow" has flow.add_ons, flow.channel'],
        ['error', '#/states/1/properties/say', '"contact" has contact.channel'],
        ['error', '#/states/2/transitions/2/conditions/0/value', 'flow.flow_sid'],
        ['error', '#/states/2/properties/input', 'flow.channel.address'],
      ],
    },
    {
      shows: 'a local name before it is made',
      flow: callFlow(say('hello', '{{x}}{% assign x = "a" %}')),
      problems: [['error', '#/states/1/properties/say', 'nothing sets "x"']],
    },
  ],
  clean: [
    {
      shows: 'all four roots',
      flow: callFlow(
        say(
          'hello',
          '{{trigger.call.From}} {{flow.sid}} {{flow.data.x.y}} {{contact.channel.address}} {{widgets}}',
        ),
      ),
    },
    {
      shows: 'names made by assign, capture and for',
      flow: callFlow(
        say(
          'hello',
          '{% assign a = flow.sid %}{{a}}{% capture b %}x{% endcapture %}{{b}}{% for c in flow.data.list %}{{c.name}}{{forloop.index}}{% endfor %}',
        ),
      ),
    },
  ],
};
