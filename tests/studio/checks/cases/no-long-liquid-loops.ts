import { callFlow, say, type CheckCases } from '../flows';

export const noLongLiquidLoops: CheckCases = {
  reported: [
    {
      shows: 'a range and a limit beyond 15',
      flow: callFlow(
        say('range', '{% for i in (1..16) %}{{i}}{% endfor %}', 'limit'),
        say('limit', '{% for i in flow.data.list limit: 20 %}{{i}}{% endfor %}'),
      ),
      problems: [
        ['error', '#/states/1/properties/say', 'a loop over 16 items is cut off'],
        ['error', '#/states/2/properties/say', 'a loop over 20 items is cut off'],
      ],
    },
  ],
  clean: [
    {
      shows: 'short loops, and loops whose length a variable decides',
      flow: callFlow(
        say(
          'short',
          '{% for i in (1..15) %}{{i}}{% endfor %}{% for i in (1..99) limit: 3 %}{{i}}{% endfor %}',
          'list',
        ),
        say('list', '{% for i in flow.data.list %}{{i}}{% endfor %}'),
      ),
    },
  ],
};
