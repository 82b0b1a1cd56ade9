import { parseCallScript } from '../../../scripts/calls/parse-call-script';

const from = '+14155550100';

describe('parseCallScript', () => {
  test('reads every kind of step', () => {
    const steps = [
      { hears: 'CODE' },
      { beginsToHear: 'new' },
      { presses: '{code}#' },
      { silent: true },
      { hangsUp: true },
    ];
    expect(parseCallScript({ from, to: '+14155550199', steps })).toEqual({
      ok: true,
      script: {
        from,
        to: '+14155550199',
        steps: [
          { kind: 'hears', pattern: /CODE/i },
          { kind: 'beginsToHear', pattern: /new/i },
          { kind: 'presses', keys: '{code}#' },
          { kind: 'silent' },
          { kind: 'hangsUp' },
        ],
      },
    });
  });

  test.each([
    ['a list', [], 'A call script is a JSON object'],
    ['no caller', { steps: [] }, '"from" must be'],
    ['no steps', { from }, '"steps" must be a list'],
    ['a foreign key', { from, steps: [], form: 1 }, '"form" means nothing'],
    ['a strange number to call', { from, to: 'home', steps: [] }, '"to" must be'],
    ['a step that is text', { from, steps: ['hears'] }, 'Step 1 must be an object'],
    ['an empty step', { from, steps: [{}] }, 'Step 1 must have exactly one of'],
    [
      'a step of two kinds',
      { from, steps: [{ silent: true, hangsUp: true }] },
      'Step 1 must have exactly one',
    ],
    ['a step of an unknown kind', { from, steps: [{ sings: 'la' }] }, 'Step 1 must have exactly one of'],
    ['a broken expression', { from, steps: [{ silent: true }, { hears: '(' }] }, 'Step 2: "hears" must be'],
    ['keys that no phone has', { from, steps: [{ presses: '12a' }] }, 'Step 1: "presses" takes'],
    ['an unknown placeholder', { from, steps: [{ presses: '{pin}' }] }, 'Step 1: "presses" takes'],
    ['a silence that is not', { from, steps: [{ silent: false }] }, 'Step 1: "silent" must be true'],
  ])('refuses %s', (_what, json, problem) => {
    const parsed = parseCallScript(json);
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(problem)]);
  });

  test('reports all problems at once', () => {
    const parsed = parseCallScript({ from: '', steps: [{ hears: '' }, { presses: '' }] });
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(3);
  });
});
