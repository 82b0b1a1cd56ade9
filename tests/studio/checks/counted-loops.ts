import type { State, Transition } from '../../../studio/model/flow-definition';
import { state } from '../../support/flows';
import { callFlow, runFunction, say, set, split, type CheckCases } from './flows';

const bye = say('bye', 'Goodbye.');

/** A function that is run again until a count ends it: `n` is set to `start`, then to `counted`, and tested by `tested`. */
function retried(counted: string, tested: readonly Transition[], start = '0'): ReturnType<typeof callFlow> {
  return callFlow(
    set('start', { n: start }, 'run'),
    runFunction('run', {}, { success: 'bye', fail: 'count' }),
    set('count', { n: counted }, 'limit'),
    limit('limit', 'run', ...tested),
    bye,
  );
}

function limit(name: string, otherwise: string, ...tested: readonly Transition[]): State {
  const input = tested[0]?.conditions?.[0]?.arguments[0] ?? '';
  return {
    ...state(name, 'split-based-on', { input }),
    transitions: [{ event: 'noMatch', next: otherwise }, ...tested],
  };
}

function when(type: string, value: string, next = 'bye', variable = 'n'): Transition {
  const condition = { friendly_name: 'x', arguments: [`{{flow.variables.${variable}}}`], type, value };
  return { event: 'match', next, conditions: [condition] };
}

/** Some counters that every way round either counts or tests, and then one that it does both with: too much to look through. */
function halfCounted(counters: number, last = '{{flow.variables.n | plus: 1}}'): ReturnType<typeof callFlow> {
  const numbers = Array.from({ length: counters }, (_, index) => index);
  const inTurn = numbers.flatMap((index) => [
    split(`way${index}`, '{{trigger.call.From}}', { 1: `count${index}` }, `limit${index}`),
    set(`count${index}`, { [`n${index}`]: `{{flow.variables.n${index} | plus: 1}}` }, `way${index + 1}`),
    limit(`limit${index}`, `way${index + 1}`, when('greater_than', '3', 'bye', `n${index}`)),
  ]);
  return callFlow(
    ...inTurn,
    set(`way${counters}`, { n: last }, 'last'),
    limit('last', 'way0', when('greater_than', '3')),
    bye,
  );
}

const plusOne = '{{flow.variables.n | plus: 1}}';
const above3 = [when('greater_than', '3')];
const nothing = ['warning', '#/states/2', 'nothing bounds the loop run → count → limit → run'] as const;
const unclear = (why: string) =>
  ['warning', '#/states/2', `run → count → limit → run ends, as ${why}`] as const;

/** Loops that something counts: a part of the cases of no-unbounded-loops. */
export const countedLoops: CheckCases = {
  reported: [
    {
      shows: 'a count that stands still',
      flow: retried('{{flow.variables.n | plus: 0}}', above3),
      problems: [nothing],
    },
    {
      shows: 'a count that goes away from the number that leaves',
      flow: retried('{{flow.variables.n | minus: 1}}', above3),
      problems: [nothing],
    },
    {
      shows: 'a split that leads back where the count gets to, and out only where it never is',
      flow: retried(plusOne, [when('greater_than', '3', 'run'), when('is_blank', 'Is Blank')]),
      problems: [nothing],
    },
    {
      shows: 'counts that something is done to besides',
      flow: retried('{{flow.variables.n | plus: 1 | modulo: 2}}', above3),
      problems: [unclear('"count" does not just add a number')],
    },
    {
      shows: 'a number that the count may step over',
      flow: retried('{{flow.variables.n | plus: 2}}', [when('equal_to', '3')]),
      problems: [unclear('"limit" leaves only at values of "flow.variables.n" that the count may step over')],
    },
    {
      shows: 'a bound that only a run decides',
      flow: retried(plusOne, [when('greater_than', '{{trigger.call.From}}')]),
      problems: [unclear('"limit" does not just compare "flow.variables.n" with numbers')],
    },
    {
      shows: 'a beginning that only a run decides',
      flow: retried('{{flow.variables.n | minus: 1}}', [when('less_than', '1')], '{{trigger.call.From}}'),
      problems: [unclear('"flow.variables.n" begins at what only a run decides')],
    },
    {
      shows: 'a bound that Studio does not wait for',
      flow: retried(plusOne, [when('greater_than', '5000')]),
      problems: [
        ['warning', '#/states/2', 'after 15003 steps or more, and Studio ends the execution after 1000'],
      ],
    },
    {
      shows: 'more ways to count or not than it looks at',
      flow: halfCounted(11),
      problems: [['warning', '#/states/1', 'more than 500 ways to count or not']],
    },
    {
      shows: 'more loops without a bound than ten',
      flow: halfCounted(4, '0'),
      problems: Array.from({ length: 11 }, (_, index) => [
        'warning',
        '#/states/1',
        index < 10 ? 'nothing bounds the loop way0' : 'more than 10 have none',
      ]),
    },
  ],
  clean: [
    { shows: 'a count up to a number', flow: retried(plusOne, above3) },
    { shows: 'a count up to exactly a number', flow: retried(plusOne, [when('equal_to', '3')]) },
    {
      shows: 'a count up to one of several numbers, with a default',
      flow: retried('{{ flow.variables.n | default: 0 | plus: 1 }}', [when('matches_any_of', '3, 4')]),
    },
    {
      shows: 'a count down from a number',
      flow: retried('{{flow.variables.n | minus: 1}}', [when('less_than', '1')], '10'),
    },
    {
      shows: 'a count down to exactly nothing',
      flow: retried('{{flow.variables.n | plus: -1}}', [when('equal_to', '0')], '10'),
    },
  ],
};
