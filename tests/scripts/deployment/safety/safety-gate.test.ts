import { safetyProblems } from '../../../../scripts/deployment/safety/safety-gate';
import { state } from '../../../support/flows';
import { on, withArrow, withStates } from '../edit-flow';
import { UNSAFE_PARENTS, UNSAFE_SUBFLOWS, parent, secondRun, subflow } from './unsafe-flows';

describe('safetyProblems', () => {
  test('has none with the shipped flows', () => {
    expect(safetyProblems(parent, subflow)).toEqual([]);
  });

  test.each(Object.entries(UNSAFE_PARENTS))('refuses a parent that %s', (_, [unsafe, hint]) => {
    const problems = safetyProblems(unsafe, subflow);
    expect(problems.map(({ message }) => message).join('\n')).toContain(hint);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['safe-parent']));
  });

  test.each(Object.entries(UNSAFE_SUBFLOWS))('refuses a subflow that %s', (_, [unsafe, hint]) => {
    const problems = safetyProblems(parent, unsafe);
    expect(problems.map(({ message }) => message).join('\n')).toContain(hint);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['safe-subflow']));
  });

  test('names the place of each problem', () => {
    const unsafe = withArrow(parent, 'welcome', on('audioComplete'), 'success');
    const index = parent.states.findIndex(({ name }) => name === 'success');
    expect(safetyProblems(unsafe, subflow)).toMatchObject([
      { severity: 'error', rule: 'safe-parent', place: `#/states/${index}` },
    ]);
  });

  test('protects every widget that is named', () => {
    expect(safetyProblems(parent, subflow, ['success', 'code_expired'])).toMatchObject([
      { message: expect.stringContaining('Callers reach "code_expired" unverified') as string },
    ]);
  });

  test('lets a caller try again in a second run', () => {
    const again = withStates(
      withArrow(parent, 'verify_status', on('match', 'expired'), 'second_run'),
      secondRun({ completed: 'second_status', failed: 'technical_trouble' }),
      {
        ...state('second_status', 'split-based-on', { input: '{{ widgets.second_run.status }}' }),
        transitions: [
          { event: 'noMatch', next: 'technical_trouble' },
          {
            event: 'match',
            next: 'success',
            conditions: [
              {
                friendly_name: 'If value equal_to approved',
                arguments: ['{{widgets.second_run.status}}'],
                type: 'equal_to',
                value: 'approved',
              },
            ],
          },
        ],
      },
    );
    expect(safetyProblems(again, subflow)).toEqual([]);
  });
});
