import { state } from '../../../support/flows';
import {
  callFlow,
  flowBy,
  gather,
  OTHER_SID,
  runFunction,
  runSubflow,
  set,
  subflow,
  SUBFLOW_SID,
  type CheckCases,
} from '../flows';

const ask = (url: string): ReturnType<typeof state> => state('get', 'make-http-request', { url });

export const noUnencodedUrls: CheckCases = {
  reported: [
    {
      shows: 'speech and keys in the URL of a request',
      flow: callFlow(
        gather('say_it', { speech: 'get' }),
        ask('https://example.com/?q={{widgets.say_it.SpeechResult}}&d={{widgets.say_it.Digits}}'),
      ),
      problems: [
        ['error', '#/states/2/properties/url', 'write {{widgets.say_it.SpeechResult | url_encode}}'],
        ['warning', '#/states/2/properties/url', 'widgets.say_it.Digits'],
      ],
    },
    {
      shows: 'a number, whose plus becomes a blank',
      flow: callFlow(ask('https://example.com/?from={{trigger.call.From}}')),
      problems: [['warning', '#/states/1/properties/url', 'write {{trigger.call.From | url_encode}}']],
    },
    {
      shows: 'a message that comes by way of variables',
      flow: flowBy(
        'incomingMessage',
        set('note', { text: '{{trigger.message.Body | downcase}}' }, 'more'),
        set('more', { copy: '{% assign x = flow.variables.text %}{{x}}' }, 'get'),
        ask('https://example.com/{{flow.variables.copy}}'),
      ),
      problems: [['error', '#/states/3/properties/url', 'flow.variables.copy']],
    },
    {
      shows: 'URLs of types whose work is done outside',
      flow: callFlow(
        state('redirect', 'add-twiml-redirect', {
          url: 'https://example.com/?x={{trigger.call.CallerName}}',
        }),
      ),
      problems: [['error', '#/states/1/properties/url', 'trigger.call.CallerName']],
    },
    {
      shows: 'text that comes in after the encoding, is decoded again, or is printed by a cycle',
      flow: flowBy(
        'incomingMessage',
        ask('https://example.com/?q={{"a" | url_encode | append: trigger.message.Body}}'),
        state('decoded', 'say-play', { play: '{{trigger.message.Body | url_encode | url_decode}}' }),
        state('cycle', 'say-play', { play: 'https://example.com/{% cycle trigger.message.Body, "b" %}' }),
      ),
      problems: [
        ['error', '#/states/1/properties/url', 'trigger.message.Body'],
        ['error', '#/states/2/properties/play', 'trigger.message.Body'],
        ['error', '#/states/3/properties/play', 'trigger.message.Body'],
      ],
    },
    {
      shows: 'what a widget set, by the name of the widget, however late digits become text',
      flow: flowBy(
        'incomingMessage',
        set('copy', { a: '{{widgets.note.b}}' }, 'note'),
        set('note', { b: '{{flow.variables.c}}', c: '{{trigger.message.From}}' }, 'more'),
        set('more', { c: '{{trigger.message.Body}}' }, 'get'),
        ask('https://example.com/?q={{widgets.copy.a}}'),
      ),
      problems: [['error', '#/states/4/properties/url', 'callers decide what "widgets.copy.a" is']],
    },
    {
      shows: 'whole objects, and parts of which nobody knows whether they are the caller’s',
      flow: flowBy(
        'incomingMessage',
        set('note', { all: '{{trigger.message}}' }, 'get'),
        ask('https://example.com/?q={{trigger.message | to_json}}&v={{flow.variables | to_json}}'),
        state('part', 'say-play', { play: '{{trigger.message[flow.data.key]}}{{flow.variables.all.Body}}' }),
      ),
      problems: [
        ['error', '#/states/2/properties/url', 'trigger.message'],
        ['error', '#/states/2/properties/url', 'flow.variables'],
        ['warning', '#/states/3/properties/play', 'callers may decide what "trigger.message'],
        ['warning', '#/states/3/properties/play', 'callers may decide what "flow.variables.all.Body"'],
      ],
    },
    {
      shows: 'a parameter that a parent passes',
      flow: subflow(ask('https://example.com/?q={{trigger.parent.parameters.q}}')),
      options: {
        parents: [
          {
            flowSid: SUBFLOW_SID,
            definition: callFlow(
              set('note', { name: '{{trigger.call.CallerName}}' }, 'run'),
              runSubflow('run', { q: '{{flow.variables.name}}' }),
            ),
          },
        ],
      },
      problems: [['error', '#/states/1/properties/url', 'trigger.parent.parameters.q']],
    },
  ],
  clean: [
    {
      shows: 'what Twilio or the owner of the number writes',
      flow: callFlow(
        state('play', 'say-play', { play: '{{trigger.message.MediaUrl0}}' }, { audioComplete: 'get' }),
        ask('https://example.com/?t={{trigger.call.taskSid}}&c={{trigger.call.FromCountry}}'),
      ),
    },
    {
      shows: 'encoded text, and text that a caller only chooses among',
      flow: callFlow(
        ask(
          'https://example.com/?f={{trigger.call.From | url_encode}}&c={{trigger.call.CallSid}}&x={% if trigger.call.From == "a" %}a{% endif %}',
        ),
      ),
    },
    {
      shows: 'a part of an object under a name of its own, and numbers that a loop counts',
      flow: callFlow(
        ask(
          'https://example.com/?c={% assign call = trigger.call %}{{call.CallSid}}{% for city in trigger.call.AddOns %}{{forloop.index}}{% endfor %}',
        ),
      ),
    },
    {
      shows: 'a parameter that a parent encodes, and one that another flow would get',
      flow: subflow(
        ask('https://example.com/?q={{trigger.parent.parameters.q}}&r={{trigger.parent.parameters.r}}'),
      ),
      options: {
        parents: [
          {
            flowSid: SUBFLOW_SID,
            definition: callFlow(
              runSubflow(
                'run',
                { q: '{{trigger.call.CallerName | url_encode}}', r: 'x' },
                { completed: 'other' },
              ),
              runSubflow('other', { r: '{{trigger.call.CallerName}}' }, {}, { sid: OTHER_SID }),
            ),
          },
        ],
      },
    },
    {
      shows: 'text that was encoded when it was set',
      flow: callFlow(
        set('note', { from: '{{trigger.call.From | url_encode}}' }, 'get'),
        ask('https://example.com/?f={{flow.variables.from}}'),
      ),
    },
    {
      shows: 'what a Function answers, and parameters',
      flow: callFlow(
        runFunction('run', { from: '{{trigger.call.From}}' }, { success: 'get' }),
        ask('{{widgets.run.parsed.url}}'),
      ),
    },
  ],
};
