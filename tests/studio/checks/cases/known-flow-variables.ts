import { callFlow, say, set, split, type CheckCases } from '../flows';

export const knownFlowVariables: CheckCases = {
  reported: [
    {
      shows: 'a variable that nothing sets',
      flow: callFlow(set('note', { count: '1' }, 'hello'), say('hello', '{{flow.variables.cuont}}')),
      problems: [['error', '#/states/2/properties/say', 'did you mean "count"?']],
    },
    {
      shows: 'one that the template can do without',
      flow: callFlow(say('hello', '{{flow.variables.name | default: "you"}}')),
      problems: [['warning', '#/states/1/properties/say', 'no widget sets "flow.variables.name"']],
    },
    {
      shows: 'one that is only set later, or on another branch',
      flow: callFlow(say('hello', '{{flow.variables.a}}', 'note'), set('note', { a: 'b' })),
      problems: [['warning', '#/states/1/properties/say', 'set it earlier']],
    },
    {
      shows: 'one that only a widget sets which never runs',
      flow: callFlow(say('hello', '{{flow.variables.a}}'), set('lost', { a: 'b' }, 'hello')),
      problems: [['warning', '#/states/1/properties/say', 'nothing leads to "lost", which sets it']],
    },
    {
      shows: 'one that very many widgets set too late, of which it names three',
      flow: callFlow(
        say('hello', '{{flow.variables.a}}', 'note0'),
        ...Array.from({ length: 5 }, (_, index) =>
          set(`note${index}`, { a: 'b' }, index < 4 ? `note${index + 1}` : ''),
        ),
      ),
      problems: [
        ['warning', '#/states/1/properties/say', 'from "note0" or "note1" or "note2" or 2 other(s), which'],
      ],
    },
  ],
  clean: [
    {
      shows: 'one that is set before, and one that a loop sets',
      flow: callFlow(
        set('note', { a: 'b' }, 'hello'),
        say('hello', '{{flow.variables.a}} {{flow.variables.c}}', 'which'),
        split('which', '{{flow.variables.a}}', { b: 'again' }),
        set('again', { c: 'd' }, 'hello'),
      ),
    },
    {
      shows: 'a counter that begins at nothing',
      flow: callFlow(
        set('count', { n: '{% if flow.variables.n %}{{flow.variables.n | plus: 1}}{% else %}1{% endif %}' }),
      ),
    },
    { shows: 'all of them', flow: callFlow(say('hello', '{{flow.variables | to_json}}')) },
  ],
};
