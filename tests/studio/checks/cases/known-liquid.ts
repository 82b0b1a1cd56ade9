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
      shows: 'types whose properties nobody published',
      flow: callFlow(state('task', 'create-task', { attributes: '{"a": "{{flow.sid | jsonify}}"}' })),
      problems: [['error', '#/states/1/properties/attributes', 'undefined filter: jsonify']],
    },
  ],
  clean: [
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
