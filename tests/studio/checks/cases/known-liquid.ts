import { state } from '../../../support/flows';
import { callFlow, say, set, split, type CheckCases } from '../flows';

export const knownLiquid: CheckCases = {
  reported: [
    {
      shows: 'an unknown filter, an unknown tag, and braces that do not match',
      flow: callFlow(
        say('filter', '{{flow.sid | shout}}', 'tag'),
        say('tag', '{% include "x" %}', 'braces'),
        say('braces', '{% if flow.sid %}yes'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', 'undefined filter: shout'],
        ['error', '#/states/2/properties/say', 'tag "include" not found'],
        ['error', '#/states/3/properties/say', 'not closed'],
      ],
    },
    {
      shows: 'what Studio alone refuses, in variables and conditions',
      flow: callFlow(
        set('count', { n: '{{flow.data.n + 1}}' }, 'which'),
        split('which', '{{flow.data.größe}}', { a: '' }, '', '{{ flow.data.größe }}'),
      ),
      problems: [
        ['error', '#/states/1/properties/variables/0/value', 'use the filter plus'],
        ['error', '#/states/2/transitions/1/conditions/0/arguments/0', 'beyond ASCII'],
        ['error', '#/states/2/properties/input', 'beyond ASCII'],
      ],
    },
    {
      shows: 'a plus sign after raw and comment',
      flow: callFlow(say('hello', '{% raw %}{% endraw %}{% comment %}{% endcomment %}{{ flow.sid + 1 }}')),
      problems: [['error', '#/states/1/properties/say', 'use the filter plus']],
    },
    {
      shows: 'names that were meant, and all that there are',
      flow: callFlow(
        say('near', '{{flow.sid | upcas}}', 'far'),
        say('far', '{{flow.sid | nope}}', 'tag'),
        say('tag', '{% asign x = 1 %}', 'end'),
        say('end', '{% endif %}', 'misspelt'),
        say('misspelt', '{% if flow.sid %}{% endiff %}'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', '(did you mean "upcase"?)'],
        ['error', '#/states/2/properties/say', '(Studio has the filters abs, append,'],
        ['error', '#/states/3/properties/say', '(did you mean "assign"?)'],
        ['error', '#/states/4/properties/say', 'nothing stands open before it'],
        ['error', '#/states/5/properties/say', '(did you mean "endif"?)'],
      ],
    },
    {
      shows: 'a filter without the "|" before it',
      flow: callFlow(say('hello', '{{ trigger.call.From upcase }}')),
      problems: [['error', '#/states/1/properties/say', 'write "| upcase"']],
    },
    {
      shows: 'what Liquid passes over in silence',
      flow: callFlow(
        say('side', '{% if trigger.call.From == %}yes{% endif %}', 'pipe'),
        say('pipe', '{{ trigger.call.From | }}', 'colon'),
        say('colon', '{{ trigger.call.From | upcase: }}', 'beside'),
        say('beside', '{% if trigger.call.From == "a" "b" %}yes{% endif %}'),
      ),
      problems: [
        ['warning', '#/states/1/properties/say', 'a side of "==" is missing'],
        ['warning', '#/states/2/properties/say', 'no filter follows the last "|"'],
        ['warning', '#/states/3/properties/say', 'nothing follows a ":"'],
        ['warning', '#/states/4/properties/say', 'stands beside another value'],
      ],
    },
    {
      shows: 'types whose properties nobody published',
      flow: callFlow(state('task', 'create-task', { attributes: '{"a": "{{flow.sid | jsonify}}"}' })),
      problems: [['error', '#/states/1/properties/attributes', 'undefined filter: jsonify']],
    },
  ],
  clean: [
    {
      shows: 'bars, colons and signs where they belong',
      flow: callFlow(
        say(
          'hello',
          '{% if flow.sid == "a:" and flow.sid != "b |" or flow.sid contains "c" %}{{ flow.sid | append: ":" | replace: "|", "" }}{% endif %}{% cycle "g": "a", "b" %}{%- if flow.data.list == empty -%}x{%- endif -%}',
        ),
      ),
    },
    {
      shows: 'what is no Liquid, inside raw and comment',
      flow: callFlow(
        say(
          'hello',
          '{% raw %}{{ a + b }} {{ größe{% endraw %}{%- comment -%}{{ a + b }}{%- endcomment -%}{{flow.sid}}',
        ),
      ),
    },
    {
      shows: 'Studio’s filters and tags',
      flow: callFlow(
        say(
          'hello',
          '{% assign x = flow.sid | downcase %}{% case x %}{% when "a" %}{{x | to_json}}{% else %}ñ + é{% endcase %}{{ "now" | date: "%H" }}',
        ),
      ),
    },
    {
      shows: 'texts that Studio does not render',
      flow: callFlow(state('run', 'run-function', { url: 'https://example.com/{{x | shout}}' })),
    },
  ],
};
