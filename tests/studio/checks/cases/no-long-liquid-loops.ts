import { callFlow, say, type CheckCases } from '../flows';

export const noLongLiquidLoops: CheckCases = {
  reported: [
    {
      shows: 'a range beyond 15, and a list that a limit lets be longer',
      flow: callFlow(
        say('range', '{% for i in (1..16) %}{{i}}{% endfor %}', 'limit'),
        say('limit', '{% for i in flow.data.list limit: 20 %}{{i}}{% endfor %}'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', 'a loop over 16 items is cut off'],
        ['warning', '#/states/2/properties/say', 'a loop of up to 20 rounds may be cut off'],
      ],
    },
    {
      shows: 'lengths by names that the template makes itself',
      flow: callFlow(
        say(
          'list',
          `{% assign a = "${'a,'.repeat(17)}b" | split: "," %}{% for i in a %}{{i}}{% endfor %}`,
          'range',
        ),
        say('range', '{% assign n = 30 %}{% for i in (1..n) %}{{i}}{% endfor %}', 'rest'),
        say('rest', '{% for i in (1..40) offset: 10 %}{{i}}{% endfor %}'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', 'a loop over 18 items'],
        ['error', '#/states/2/properties/say', 'a loop over 30 items'],
        ['error', '#/states/3/properties/say', 'a loop over 30 items'],
      ],
    },
    {
      shows: 'loops that may end before',
      flow: callFlow(
        say(
          'left',
          '{% for i in (1..16) %}{% if flow.data.x == i %}{% break %}{% endif %}{% endfor %}',
          'choice',
        ),
        say(
          'choice',
          '{% if flow.data.x %}{% assign n = 30 %}{% endif %}{% for i in (1..n) %}{{i}}{% endfor %}',
          'asked',
        ),
        say('asked', '{% for i in (1..20) limit: flow.data.x %}{{i}}{% endfor %}'),
      ),
      problems: [
        ['warning', '#/states/1/properties/say', 'a loop of up to 16 rounds may be'],
        ['warning', '#/states/2/properties/say', 'a loop of up to 30 rounds may be'],
        ['warning', '#/states/3/properties/say', 'a loop of up to 20 rounds may be'],
      ],
    },
  ],
  clean: [
    {
      shows: 'short loops, and loops whose length a variable decides',
      flow: callFlow(
        say(
          'short',
          '{% for i in (1..15) %}{{i}}{% endfor %}{% for i in (1..99) limit: 3 %}{{i}}{% endfor %}{% for i in (1..20) offset: 10 %}{{i}}{% endfor %}',
          'list',
        ),
        say('list', '{% for i in flow.data.list %}{{i}}{% endfor %}', 'twice'),
        say('twice', '{% assign n = 30 %}{% assign n = 3 %}{% for i in (1..n) %}{{i}}{% endfor %}'),
      ),
    },
  ],
};
