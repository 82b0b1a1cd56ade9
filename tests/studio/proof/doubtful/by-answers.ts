import { bypass, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, ask, look } from '../parent-edits';

function byAnswer(tested: string, type: string, value: string): DoubtfulParent {
  return bypass(afterWelcome(ask('look'), look(tested, type, value)));
}

/** What a server answers decides. */
export const BY_ANSWERS: Readonly<Record<string, DoubtfulParent>> = {
  'a server that says a word': byAnswer('{{widgets.lookup.body}}', 'contains', 'known'),
  'a status of a server': byAnswer('{{widgets.lookup.status_code}}', 'equal_to', '202'),
  'an answer that is named in brackets': byAnswer('{{widgets["lookup"].parsed.vip}}', 'equal_to', 'yes'),
  'a key below a key of an answer': byAnswer('{{widgets.lookup.parsed.user.role}}', 'equal_to', 'admin'),
  'a number in an answer': byAnswer('{{widgets.lookup.parsed.score}}', 'greater_than', '10'),
  'the first of a list in an answer': byAnswer('{{widgets.lookup.parsed.tags[0]}}', 'equal_to', 'vip'),
  'an answer that an expression matches': byAnswer('{{widgets.lookup.parsed.level}}', 'regex', 'a[0-9]'),
  'an answer that Liquid looks at': byAnswer(
    '{% if widgets.lookup.parsed.vip == "yes" %}go{% endif %}',
    'equal_to',
    'go',
  ),
  'an answer by another name': byAnswer(
    '{% assign found = widgets.lookup.parsed %}{{found.vip}}',
    'equal_to',
    'yes',
  ),
  'two parts of an answer': {
    definition: afterWelcome(
      ask('look'),
      look('{{widgets.lookup.parsed.a}}-{{widgets.lookup.parsed.b}}', 'equal_to', 'one-two'),
    ),
    because: /no-bypass may not hold.*‹widgets\.lookup\.parsed\.a›/,
  },
  'what a server says that refuses': bypass(
    afterWelcome(ask('run_verify', 'look'), look('{{widgets.lookup.parsed.vip}}', 'equal_to', 'yes')),
  ),
};
