import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import { on, withArrow, withProperties, withStates, withWidget } from '../../scripts/deployment/edit-flow';
import { state } from '../../support/flows';
import {
  afterSuccess,
  afterWelcome,
  ask,
  isApproved,
  judging,
  look,
  menu,
  ours,
  parent,
  runAgain,
  say,
  set,
  verifying,
} from './parent-edits';

/** A parent that must not be proven. */
export interface DoubtfulParent {
  readonly definition: FlowDefinition;
  /** The property that a call really breaks; or why nothing can be said. */
  readonly because: 'no-bypass' | 'own-number' | 'no-dead-end' | 'no-leak' | 'termination' | RegExp;
  /** Other widgets than `success` that need a verified caller. */
  readonly protectedWidgets?: readonly string[];
  /** No call script can bring it about. */
  readonly hasNoScript?: true;
}

const DIGITS = '{{widgets.menu.Digits}}';
const FROM = '{{trigger.call.From}}';

function bypass(definition: FlowDefinition, hasNoScript?: true): DoubtfulParent {
  return { definition, because: 'no-bypass', ...(hasNoScript && { hasNoScript }) };
}

function byKeys(tested: string, type: string, value: string, gather = {}): DoubtfulParent {
  return bypass(afterWelcome(menu('look', gather), look(tested, type, value)));
}

function byCall(tested: string, type: string, value: string, hasNoScript?: true): DoubtfulParent {
  return bypass(afterWelcome(look(tested, type, value)), hasNoScript);
}

function byAnswer(tested: string, type: string, value: string): DoubtfulParent {
  return bypass(afterWelcome(ask('look'), look(tested, type, value)));
}

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

/** The verification by hand, in the parent itself, with what follows once a code has been keyed in. */
function byHand(gather: State, ...states: readonly State[]): FlowDefinition {
  return afterWelcome(
    ours('start', '/start-verify', { to: FROM, channel: 'sms' }, 'menu'),
    gather,
    ...states,
  );
}

const check = (code: string): State => ours('check', '/check-verify', { to: FROM, code }, 'check_status');
const whenApproved = (next: string): State =>
  look('{{widgets.check.parsed.status}}', 'equal_to', 'approved', {
    name: 'check_status',
    match: next,
    noMatch: 'technical_trouble',
  });
/** Asks for a second code, and lets in whoever was approved before it was sent. */
const startAgain = ours('again', '/start-verify', { to: FROM, channel: 'sms' }, 'success', 'success');

function withBranch(value: string, change: (arrow: Transition) => Transition): FlowDefinition {
  return judging((split) => ({
    ...split,
    transitions: split.transitions.map((arrow) => (on('match', value)(arrow) ? change(arrow) : arrow)),
  }));
}

const counter = (steps: number): State[] =>
  Array.from({ length: steps }, (_step, index) =>
    set(`slow_${String(index)}`, { seen: 'yes' }, index + 1 < steps ? `slow_${String(index + 1)}` : 'count'),
  );

/** Each leads somebody in who should stay out, or to something else that must not be, by a way of its own. */
export const DOUBTFUL_PARENTS: Readonly<Record<string, DoubtfulParent>> = {
  'a key above seven': byKeys(DIGITS, 'greater_than', '7', { number_of_digits: 1 }),
  'keys that an expression matches': byKeys(DIGITS, 'regex', '[89]'),
  'a key below three': byKeys(DIGITS, 'less_than', '3'),
  'a key that Liquid looks at': byKeys(
    '{% if widgets.menu.Digits == "9" %}yes{% endif %}',
    'equal_to',
    'yes',
  ),
  'a key that is named in brackets': byKeys('{{widgets["menu"]["Digits"]}}', 'equal_to', '9'),
  'a PIN of eleven digits': byKeys(DIGITS, 'equal_to', '12345678901'),
  'a key that Liquid writes': byKeys(DIGITS, 'equal_to', "{{'9'}}"),
  'a key that is none of two': byKeys(DIGITS, 'does_not_match_any_of', '5,*', { number_of_digits: 1 }),
  'as many keys as a code has': byKeys('{{widgets.menu.Digits.size}}', 'equal_to', '4'),
  'keys that seven divides': byKeys('{{widgets.menu.Digits | modulo: 7}}', 'equal_to', '0'),
  'a key that a variable keeps': bypass(
    afterWelcome(
      menu('copy'),
      set('copy', { choice: DIGITS }, 'look'),
      look('{{flow.variables.choice}}', 'equal_to', '9'),
    ),
  ),
  'keys of two conditions': bypass(
    afterWelcome(
      menu('look'),
      look(DIGITS, 'starts_with', '4', { match: 'look_on' }),
      look(DIGITS, 'contains', '7', { name: 'look_on' }),
    ),
  ),
  'whoever speaks': bypass(afterWelcome(menu('run_verify', {}, { speech: 'success' })), true),
  'whoever says a word': bypass(
    afterWelcome(
      menu('run_verify', {}, { speech: 'look' }),
      look('{{widgets.menu.SpeechResult}}', 'contains', 'operator'),
    ),
    true,
  ),

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

  'a number that calls': byCall(FROM, 'equal_to', '+14155551234'),
  'a country': byCall('{{trigger.call.FromCountry}}', 'equal_to', 'DE', true),
  'a prefix of the contact': byCall('{{contact.channel.address}}', 'starts_with', '+49'),
  'an hour': byCall('{{"now" | date: "%H"}}', 'equal_to', '09', true),
  'a signature of the network': byCall('{{trigger.call.StirVerstat}}', 'contains', 'Passed-A', true),
  'a number that is called': byCall('{{trigger.call.To}}', 'equal_to', '+14155550111', true),
  'a caller of a SIP domain': byCall(FROM, 'regex', '.*sip:.*', true),
  'any caller that is told': byCall('{{trigger.call.Caller}}', 'is_not_blank', ''),
  'a status of the call': byCall('{{trigger.call.CallStatus}}', 'not_equal_to', 'ringing', true),
  'a status that a widget was told': byCall(
    '{{widgets.welcome.CallStatus}}',
    'equal_to',
    'in-progress',
    true,
  ),
  'a message instead of a call': {
    definition: withStates(
      withArrow(
        withArrow(parent, 'Trigger', on('incomingMessage'), 'grant'),
        'success',
        on('audioComplete'),
        'grant',
      ),
      ask('', '', 'grant'),
    ),
    because: 'no-bypass',
    protectedWidgets: ['success', 'grant'],
    hasNoScript: true,
  },

  'the last digits of the number, with a country': {
    definition: verifying('+1{{trigger.call.From | slice: -10, 10}}'),
    because: 'own-number',
  },
  'a number cut off': {
    definition: verifying('{{trigger.call.From | slice: 0, 12}}'),
    because: 'own-number',
  },
  'another country': {
    definition: verifying("{{trigger.call.From | replace: '+49', '+1'}}"),
    because: 'own-number',
  },
  'a fixed number for SIP callers': {
    definition: verifying(
      "{% if trigger.call.From contains 'sip:' %}+14155559999{% else %}{{trigger.call.From}}{% endif %}",
    ),
    because: 'own-number',
    hasNoScript: true,
  },
  'a fixed number for a country': {
    definition: verifying(
      "{% if trigger.call.FromCountry == 'DE' %}+4915112345678{% else %}{{trigger.call.From}}{% endif %}",
    ),
    because: 'own-number',
    hasNoScript: true,
  },
  'a number from a header': {
    definition: verifying('{{trigger.call.SipHeader_X-Number | default: trigger.call.From}}'),
    because: 'own-number',
    hasNoScript: true,
  },
  'a number that is encoded': {
    definition: verifying('{{trigger.call.From | url_encode}}'),
    because: /own-number may not hold.*worked out/,
  },

  'another subflow that says so': bypass(
    afterWelcome(
      runAgain('other', 'look', 'technical_trouble', `FW${'a'.repeat(32)}`),
      look('{{widgets.other.vip}}', 'equal_to', 'yes'),
    ),
    true,
  ),
  'another subflow that cannot be run': bypass(
    withStates(
      withArrow(parent, 'verify_status', on('noMatch'), 'other'),
      runAgain('other', 'technical_trouble', 'success', `FW${'b'.repeat(32)}`),
    ),
    true,
  ),
  'a second run that cannot be': bypass(
    withStates(
      withArrow(parent, 'nothing_entered', on('audioComplete'), 'second'),
      runAgain('second', 'second_status', 'success'),
      isApproved('second'),
    ),
    true,
  ),
  'a second round that cannot be': bypass(
    withStates(
      withArrow(
        withArrow(parent, 'nothing_entered', on('audioComplete'), 'run_verify'),
        'run_verify',
        on('failed'),
        'look',
      ),
      look('{{widgets.run_verify.status}}', 'is_not_blank', '', { noMatch: 'technical_trouble' }),
    ),
    true,
  ),
  'a subflow by its SID alone': {
    definition: withProperties(parent, 'run_verify', { flow_sid: `FW${'c'.repeat(32)}`, flow_revision: '3' }),
    because: 'no-bypass',
    hasNoScript: true,
  },
  'whatever revision there is': {
    definition: withProperties(parent, 'run_verify', { flow_revision: 'LatestDraft' }),
    because: /runs whatever subflow has the revision "LatestDraft"/,
  },
  'a counter that the subflow leaves': bypass(
    withStates(
      withArrow(parent, 'verify_status', on('noMatch'), 'look'),
      look('{{widgets.run_verify.new_code_requests}}', 'equal_to', '1', { noMatch: 'technical_trouble' }),
    ),
  ),

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

  'an approval before the second code': bypass(
    byHand(menu('check', { number_of_digits: 6 }), check(DIGITS), whenApproved('again'), startAgain),
  ),
  'a code in two halves': bypass(
    byHand(
      menu('half', { number_of_digits: 3 }),
      { ...menu('check', { number_of_digits: 3 }), name: 'half' },
      check('{{widgets.menu.Digits}}{{widgets.half.Digits}}'),
      whenApproved('again'),
      startAgain,
    ),
  ),
  'a code without a key that ends it': bypass(
    byHand(
      menu('check', { number_of_digits: 6, finish_on_key: '1' }),
      check(DIGITS),
      whenApproved('again'),
      startAgain,
    ),
  ),
  'a check before any code was sent': bypass(
    afterWelcome(menu('check'), check(DIGITS), whenApproved('again'), startAgain),
  ),
  'a code that was sent before': bypass(
    byHand(
      menu('check'),
      check(DIGITS),
      look('{{widgets.check.parsed.attempts}}', 'greater_than', '0', {
        name: 'check_status',
        noMatch: 'technical_trouble',
      }),
    ),
  ),
  'a function that says anything': bypass(
    afterWelcome(
      ours('start', '/start-verify', { to: FROM }, 'look'),
      look('{{widgets.start.parsed.message}}', 'is_not_blank', '', { noMatch: 'technical_trouble' }),
    ),
  ),
  'a function that says to wait': bypass(
    afterWelcome(
      ours('start', '/start-verify', { to: FROM }, 'look'),
      look('{{widgets.start.parsed.retryAfterSeconds}}', 'greater_than', '0', {
        noMatch: 'technical_trouble',
      }),
    ),
  ),
  'a status of somebody else’s function': bypass(
    afterWelcome(
      state(
        'own',
        'run-function',
        { url: 'https://my-1234.twil.io/vip/start-verify' },
        { success: 'look', fail: 'run_verify' },
      ),
      look('{{widgets.own.parsed.status}}', 'equal_to', 'vip'),
    ),
  ),
  'a function that may be ours': {
    definition: afterWelcome(
      state(
        'own',
        'run-function',
        {
          url: 'https://my-1234.twil.io/start-verify?to=%2B14155559999',
          parameters: [{ key: 'to', value: FROM }],
        },
        { success: 'run_verify', fail: 'run_verify' },
      ),
    ),
    because: /nobody knows whose function "own" calls/,
  },
  'two numbers for one function': {
    definition: withProperties(parent, 'run_verify', {
      parameters: [
        { key: 'to', value: FROM, type: 'string' },
        { key: 'to', value: '+14155559999', type: 'string' },
      ],
    }),
    because: 'own-number',
  },

  'a widget with a slash in its name': {
    definition: afterWelcome(say('a/b', 'You are in.')),
    because: 'no-bypass',
    protectedWidgets: ['a/b', 'success'],
  },
  'a setter with a slash in its name': {
    definition: afterWelcome(set('a/b', { x: '1' }, 'run_verify')),
    because: 'no-bypass',
    protectedWidgets: ['a/b', 'success'],
  },
  'nobody who is ever let in': {
    definition: withArrow(parent, 'verify_status', on('match', 'approved'), 'technical_trouble'),
    because: /no call ever reaches "success"/,
  },

  'a split with another input': {
    definition: judging((split) => ({ ...split, properties: { input: '{{flow.variables.never}}' } })),
    because: /never/,
  },
  'one of two conditions': {
    definition: withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: [
        ...(arrow.conditions ?? []),
        {
          friendly_name: 'If',
          arguments: ['{{widgets.run_verify.status}}'],
          type: 'is_not_blank',
          value: '',
        },
      ],
    })),
    because: /what several conditions on one branch mean/,
  },
  'a condition with two arguments': {
    definition: withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: (arrow.conditions ?? []).map((condition) => ({
        ...condition,
        arguments: [...condition.arguments, 'x'],
      })),
    })),
    because: /has 2 arguments/,
  },
  'any status at all': bypass(
    withBranch('approved', (arrow) => ({
      ...arrow,
      conditions: (arrow.conditions ?? []).map((condition) => ({ ...condition, type: 'is_not_blank' })),
    })),
  ),
  'a loop of twenty rounds': {
    definition: afterWelcome(
      look('{% for i in (1..20) %}x{% endfor %}', 'equal_to', 'x', { match: 'run_verify' }),
    ),
    because: /a loop over 20 items/,
  },

  'a round without an end': {
    definition: withArrow(parent, 'too_many_attempts', on('audioComplete'), 'run_verify'),
    because: 'termination',
  },
  'a round after success': {
    definition: afterSuccess(menu('run_verify', { number_of_digits: 1 }, { timeout: 'technical_trouble' })),
    because: 'termination',
  },
  'more than a thousand steps': {
    definition: afterWelcome(
      menu('count', { number_of_digits: 1 }, { timeout: 'slow_0' }),
      ...counter(9),
      set('count', { n: '{{flow.variables.n | plus: 1}}' }, 'look'),
      look('{{flow.variables.n}}', 'greater_than', '110', { match: 'run_verify', noMatch: 'menu' }),
    ),
    because: 'termination',
  },
  'a widget that leads to itself': {
    definition: withArrow(parent, 'verify_status', on('noMatch'), 'verify_status'),
    because: 'no-dead-end',
  },
  'the number in its greeting': {
    definition: withProperties(parent, 'welcome', {
      say: 'You call from {{trigger.call.From | slice: 0, 6}} and {{trigger.call.From | slice: 6, 6}}.',
    }),
    because: 'no-leak',
  },
  'the number in the name of a sound': {
    definition: withWidget(parent, 'welcome', (welcome) => ({
      ...welcome,
      properties: { play: 'https://example.com/{{trigger.call.From}}.mp3', loop: 1 },
    })),
    because: 'no-leak',
  },
};
