import { parseFlowTest } from '../../../studio/flow-tests/parse-flow-test';

const script = { trigger: { call: { From: '+14155550100' } } };
const expected = { ended: 'completed' };
const good = { flow: 'ivr.json', script, expect: expected };

function problems(json: unknown): string[] {
  const parsed = parseFlowTest(json, 'ivr');
  return parsed.ok ? [] : parsed.problems.map(({ place, message }) => `${place} ${message}`);
}

describe('parseFlowTest', () => {
  test('reads a file that is one case', () => {
    const parsed = parseFlowTest(good, 'ivr');
    expect(parsed).toMatchObject({
      ok: true,
      test: { flow: 'ivr.json', cases: [{ name: 'ivr', expect: expected }] },
    });
  });

  test('lets a case replace keys of the script that all share', () => {
    const cases = [
      { name: 'call', expect: expected },
      { name: 'message', script: { trigger: { message: {} } }, expect: expected },
    ];
    const shared = { ...script, http: [{ url: 'check' }] };
    const parsed = parseFlowTest({ flow: 'ivr.json', script: shared, cases }, 'ivr');
    const scripts = parsed.ok ? parsed.test.cases.map((each) => each.script) : [];
    expect(scripts.map(({ trigger }) => trigger.kind)).toEqual(['call', 'message']);
    expect(scripts.map(({ http }) => http.length)).toEqual([1, 1]);
  });

  test('reports all problems at once', () => {
    const found = problems({
      flwo: 'x',
      script: { trigger: { call: {} }, inputs: [{ digits: 1 }] },
      cases: [
        { name: 'a', expect: {} },
        { name: 'a', expect: { heard: [1], steps: [{ wigdet: 'x' }], ended: 'done' }, then: 1 },
      ],
    });
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      '#/flwo',
      '#/flow',
      '#/cases/0/expect',
      '#/cases/0/script',
      '#/cases/1/then',
      '#/cases/1/name',
      '#/cases/1/expect/heard/0',
      '#/cases/1/expect/steps/0/wigdet',
      '#/cases/1/expect/ended',
      '#/cases/1/script',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['no object', [], '# must be an object'],
    ['no flow', { ...good, flow: '' }, '#/flow must name the file'],
    ['no expectation', { flow: 'x', script }, '#/expect must say what is expected'],
    [
      'two expectations',
      { ...good, cases: [{ name: 'a', expect: expected }] },
      '#/expect must stand in each',
    ],
    ['no cases', { flow: 'x', script, cases: [] }, '#/cases must be a list with a case'],
    ['a script that is none', { ...good, script: 1 }, '#/script must be an object'],
    ['a shared script that is none', { flow: 'x', script: 1, cases: [] }, '#/cases must be a list'],
    ['an unknown part', { ...good, expect: { said: [] } }, '#/expect/said means nothing here'],
    ['a part of the wrong kind', { ...good, expect: { heard: 'x' } }, '#/expect/heard must be a list'],
    [
      'variables that are none',
      { ...good, expect: { variables: [] } },
      '#/expect/variables must be an object',
    ],
    ['a step that is none', { ...good, expect: { steps: [1] } }, '#/expect/steps/0 must be an object'],
    ['an error that is no text', { ...good, expect: { error: 1 } }, '#/expect/error must be a text'],
    [
      'a broken expression',
      { ...good, expect: { heard: [{ $regex: '(' }] } },
      '#/expect/heard/0 must be {"$any"',
    ],
    [
      'an unknown matcher',
      { ...good, expect: { variables: { 'a/b': { $like: 1 } } } },
      '#/expect/variables/a~1b must be {"$any"',
    ],
    [
      'a list inside a matcher',
      { ...good, expect: { heard: { $contains: 'x' } } },
      '#/expect/heard/$contains must be a list',
    ],
  ])('reports %s', (_what, json, problem) => {
    expect(problems(json)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });
});
