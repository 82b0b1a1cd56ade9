import { bypass, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, look, menu, say, set } from '../parent-edits';

/** Which of two ways was taken is kept in a variable, over a moment in which the call waits, and decides then. */
function byMemory(
  one: Record<string, string>,
  other: Record<string, string>,
  tested: string,
  value: string,
  type?: string,
) {
  return bypass(
    afterWelcome(
      menu('one', {}, { timeout: 'other' }),
      set('one', one, 'moment', type),
      set('other', other, 'moment', type),
      say('moment', 'One moment.', 'look'),
      look(tested, 'equal_to', value),
    ),
  );
}

/** A variable decides, which is read in a way of its own. */
export const BY_MEMORY: Readonly<Record<string, DoubtfulParent>> = {
  'a list in a variable': byMemory(
    { o: '{"l":["no"]}' },
    { o: '{"l":["yes"]}' },
    '{{flow.variables.o.l[0]}}',
    'yes',
    'json_object',
  ),
  'the first of a list in a variable': byMemory(
    { o: '{"l":["no"]}' },
    { o: '{"l":["yes"]}' },
    '{{flow.variables.o.l.first}}',
    'yes',
    'json_object',
  ),
  'the length of a variable': byMemory({ o: 'no' }, { o: 'yes' }, '{{flow.variables.o.size}}', '3'),
  'a variable with a dot in its name': byMemory({}, { 'a.b': 'yes' }, '{{flow.variables["a.b"]}}', 'yes'),
  'a variable that another names': byMemory(
    { o: 'p', q: 'yes' },
    { o: 'q', q: 'yes' },
    '{{flow.variables[flow.variables.o]}}',
    'yes',
  ),
  'a variable behind a name of its own': byMemory(
    { o: 'no' },
    { o: 'yes' },
    '{% if trigger.call.Nope %}{% assign flow = "" %}{% endif %}{{flow.variables.o}}',
    'yes',
  ),
  'a variable in a loop': byMemory(
    { o: '1' },
    { o: '3' },
    '{% for i in (1..flow.variables.o) %}{{i}}{% endfor %}',
    '123',
  ),
  'a setting that hides nothing': bypass(
    afterWelcome(
      menu('one', {}, { timeout: 'other' }),
      set('one', { o: '{"b":"no"}' }, 'moment', 'json_object'),
      set('other', { o: '{"b":"yes"}' }, 'moment', 'json_object'),
      say('moment', 'One moment.', 'hide'),
      set('hide', { 'o.b': 'x' }, 'look'),
      look('{{flow.variables.o.b}}', 'equal_to', 'yes'),
    ),
  ),
  'how often a key was pressed': bypass(
    afterWelcome(
      menu('more'),
      set('more', { n: '{{flow.variables.n}}x' }, 'look'),
      look('{{flow.variables.n.size}}', 'equal_to', '3', { noMatch: 'menu' }),
    ),
  ),
};
