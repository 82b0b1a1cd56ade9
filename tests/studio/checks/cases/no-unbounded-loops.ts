import { state } from '../../../support/flows';
import { countedLoops } from '../counted-loops';
import { callFlow, flowBy, gather, runFunction, say, set, split, type CheckCases } from '../flows';

const count = '{% if flow.variables.n %}{{flow.variables.n | plus: 1}}{% else %}1{% endif %}';
const bye = say('bye', 'Goodbye.');

const options = Array.from({ length: 12 }, (_, index) => `option_${index}`);

/** A menu of a dozen choices, each of which leads back to it: counted, or straight. */
function menu(isCounted: (option: string) => boolean): ReturnType<typeof callFlow> {
  const rounds = options.flatMap((option) =>
    isCounted(option)
      ? [
          set(option, { [option]: `{{flow.variables.${option} | plus: 1}}` }, `limit_${option}`),
          split(`limit_${option}`, `{{flow.variables.${option}}}`, { 3: 'bye' }, 'ask'),
        ]
      : [say(option, 'Nothing here.', 'ask')],
  );
  return callFlow(
    gather('ask', { keypress: 'which', timeout: 'bye' }),
    split(
      'which',
      '{{widgets.ask.Digits}}',
      Object.fromEntries(options.map((option) => [option, option])),
      'bye',
    ),
    ...rounds,
    bye,
  );
}

export const noUnboundedLoops: CheckCases = {
  reported: [
    {
      shows: 'one choice of many that is not counted',
      flow: menu((option) => option !== 'option_11'),
      problems: [['warning', '#/states/1', 'ask → which → option_11 → ask']],
    },
    {
      shows: 'a gather that asks again and again',
      flow: callFlow(gather('ask', { keypress: 'bye', timeout: 'ask' }), bye),
      problems: [['warning', '#/states/1/transitions/2', '10 times in a row']],
    },
    {
      shows: 'a menu that any key leads back to',
      flow: callFlow(
        gather('ask', { keypress: 'which', timeout: 'bye' }),
        split('which', '{{widgets.ask.Digits}}', { 1: 'bye' }, 'again'),
        say('again', 'Once more.', 'ask'),
        bye,
      ),
      problems: [['warning', '#/states/1', 'nothing bounds the loop ask → which → again → ask']],
    },
    {
      shows: 'a loop that nothing leaves',
      flow: flowBy('incomingRequest', set('one', { a: 'b' }, 'two'), set('two', { c: 'd' }, 'one')),
      problems: [['error', '#/states/1', 'nothing leads out of the loop one → two → one']],
    },
    {
      shows: 'a loop that only ends where an event has no transition',
      flow: flowBy(
        'incomingRequest',
        state('run', 'run-function', { url: 'https://example.com/run' }, { fail: 'note' }),
        set('note', { c: 'd' }, 'run'),
      ),
      problems: [['warning', '#/states/1', 'nothing bounds the loop run → note → run']],
    },
    {
      shows: 'a loop that only the contact can end, by not answering',
      flow: flowBy(
        'incomingMessage',
        state(
          'ask',
          'send-and-wait-for-reply',
          { from: 'x', body: 'y' },
          { incomingMessage: 'run', timeout: 'run', deliveryFailure: 'run' },
        ),
        runFunction('run', {}, { success: 'ask', fail: 'ask' }),
      ),
      problems: [['warning', '#/states/1', 'nothing bounds the loop ask → run → ask']],
    },
    {
      shows: 'a counter that is set back on the way round',
      flow: callFlow(
        set('reset', { n: '0' }, 'count'),
        set('count', { n: count }, 'limit'),
        split('limit', '{{flow.variables.n}}', { 3: 'bye' }, 'reset'),
        bye,
      ),
      problems: [['warning', '#/states/1', 'reset → count → limit → reset']],
    },
    {
      shows: 'a way round the counter',
      flow: callFlow(
        runFunction('run', {}, { success: 'count', fail: 'again' }),
        say('again', 'Once more.', 'run'),
        set('count', { n: count }, 'limit'),
        split('limit', '{{flow.variables.n}}', { 3: 'bye' }, 'run'),
        bye,
      ),
      problems: [['warning', '#/states/1', 'run → again → run']],
    },
    {
      shows: 'a counter that is tested where both branches stay in the loop',
      flow: callFlow(
        set('count', { n: count }, 'limit'),
        split('limit', '{{flow.variables.n}}', { 3: 'count' }, 'ask'),
        gather('ask', { keypress: 'count', timeout: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1', 'nothing bounds the loop count → limit → count']],
    },
    {
      shows: 'a loop on its own failures in a conversation',
      flow: flowBy(
        'incomingMessage',
        state(
          'ask',
          'send-and-wait-for-reply',
          { from: 'x', body: 'y' },
          { incomingMessage: '', timeout: '', deliveryFailure: 'ask' },
        ),
      ),
      problems: [['warning', '#/states/1/transitions/2', 'straight back to it']],
    },
    ...countedLoops.reported,
  ],
  clean: [
    ...countedLoops.clean,
    { shows: 'a menu of many choices, each counted', flow: menu(() => true) },
    {
      shows: 'a counted loop',
      flow: callFlow(
        gather('ask', { keypress: 'bye', timeout: 'count' }),
        set('count', { n: count }, 'limit'),
        split('limit', '{{flow.variables.n}}', { 3: 'bye' }, 'ask'),
        bye,
      ),
    },
    {
      shows: 'two loops through one gather, each with its counter',
      flow: callFlow(
        gather('ask', { keypress: 'count_keys', timeout: 'count_silence' }),
        set('count_keys', { keys: '{{flow.variables.keys | plus: 1}}' }, 'limit_keys'),
        split('limit_keys', '{{flow.variables.keys}}', { 3: 'bye' }, 'ask'),
        set('count_silence', { silences: '{{widgets.count_silence.silences | plus: 1}}' }, 'limit_silence'),
        split('limit_silence', '{{widgets.count_silence.silences}}', { 3: 'bye' }, 'ask'),
        bye,
      ),
    },
    {
      shows: 'an inner loop whose counter the counted outer loop sets back',
      flow: callFlow(
        set('outer', { n: count, m: '0' }, 'limit_outer'),
        split('limit_outer', '{{flow.variables.n}}', { 3: 'bye' }, 'inner'),
        set('inner', { m: '{{flow.variables.m | plus: 1}}' }, 'limit_inner'),
        split('limit_inner', '{{flow.variables.m}}', { 3: 'outer' }, 'inner'),
        bye,
      ),
    },
    {
      shows: 'a conversation that the contact keeps going',
      flow: flowBy(
        'incomingMessage',
        state(
          'ask',
          'send-and-wait-for-reply',
          { from: 'x', body: 'y' },
          { incomingMessage: 'run', timeout: '', deliveryFailure: '' },
        ),
        runFunction('run', {}, { success: 'ask' }),
      ),
    },
    {
      shows: 'a loop that can never be entered',
      flow: callFlow(bye, say('one', 'A', 'two'), say('two', 'B', 'one')),
    },
  ],
};
