import type { Json } from '../../../studio/model/json';
import { judge } from '../../../studio/flow-tests/judge';
import { parseFlowTest } from '../../../studio/flow-tests/parse-flow-test';
import type { FlowResult } from '../../../studio/scripting/flow-result';

const result: FlowResult = {
  steps: [
    { widget: 'Trigger', event: 'incomingCall', next: 'ask' },
    { widget: 'ask', event: 'keypress', next: 'bye' },
    { widget: 'bye', event: 'audioComplete', next: null },
  ],
  heard: ['One or two?', 'Good bye.'],
  sent: [{ to: '+14155550100', body: 'Your code is 123456' }],
  requests: [{ method: 'POST', url: 'https://x.twil.io/check', parameters: { to: '+14155550100' } }],
  variables: { n: 1, name: 'Ada' },
  widgets: { ask: { Digits: '1' } },
  ended: 'completed',
  warnings: [{ code: 81002, message: 'Nothing waits' }],
};

/** What differs, one text a line, under an expectation as a file has it. */
function differences(expect: Record<string, Json>, actual: FlowResult = result): string[] {
  const parsed = parseFlowTest({ flow: 'x.json', script: { trigger: { call: {} } }, expect }, 'x');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [only] = parsed.test.cases;
  return judge(only?.expect ?? {}, actual).flatMap(({ part, lines }) => [
    part,
    ...lines.map(({ mark, text }) => `${mark} ${text}`),
  ]);
}

describe('judge', () => {
  test.each<[string, Record<string, Json>]>([
    ['the whole result', { ...(JSON.parse(JSON.stringify(result)) as Record<string, Json>) }],
    ['steps by widget', { steps: ['Trigger', 'ask', 'bye'] }],
    ['steps by event', { steps: ['Trigger', { widget: 'ask', event: 'keypress' }, { next: null }] }],
    ['some steps in order', { steps: { $contains: ['Trigger', 'bye'] } }],
    ['a text by expression', { heard: ['One or two?', { $regex: '^Good' }] }],
    ['part of a text', { sent: [{ body: { $contains: 'code is' } }] }],
    ['a message by its text', { sent: [{ $regex: '[0-9]{6}$' }] }],
    ['any text', { heard: [{ $any: true }, { $any: true }] }],
    ['any list', { heard: { $any: true } }],
    ['some variables', { variables: { $contains: { name: 'Ada' } } }],
    ['some fields of a request', { requests: [{ url: { $contains: '/check' } }] }],
    ['a request by its address', { requests: [{ $contains: 'twil.io' }] }],
    ['a warning by its code', { warnings: [81002] }],
    ['an ending by expression', { ended: { $regex: 'completed|hungUp' } }],
  ])('accepts %s', (_what, expectation) => {
    expect(differences(expectation)).toEqual([]);
  });

  test('lays lists side by side', () => {
    expect(differences({ heard: ['Hello.', 'One or two?', { $regex: 'night' }] })).toEqual([
      'heard',
      '- Hello.',
      '  One or two?',
      '- /night/',
      '+ Good bye.',
    ]);
  });

  test('shows of steps what is compared', () => {
    expect(differences({ steps: ['Trigger', { widget: 'ask', event: 'timeout' }, 'bye'] })).toEqual([
      'steps',
      '  Trigger: incomingCall → ask',
      '- ask: timeout',
      '+ ask: keypress → bye',
      '  bye: audioComplete → (end)',
    ]);
  });

  test('marks only what is missing where a part may be among others', () => {
    expect(differences({ heard: { $contains: ['Hello.', 'Good bye.'] } })).toEqual([
      'heard',
      '- Hello.',
      '  One or two?',
      '  Good bye.',
    ]);
  });

  test('compares objects by their keys', () => {
    expect(differences({ variables: { n: '1', gone: true, name: 'Ada' } })).toEqual([
      'variables',
      '- n = "1"',
      '+ n = 1',
      '- gone = true',
      '  name = "Ada"',
    ]);
  });

  test('shows records of all parts', () => {
    const expectation = {
      sent: ['Hi'],
      requests: [{ method: 'GET', url: 'x' }],
      warnings: [81005],
      ended: 'failed',
    };
    expect(differences(expectation)).toEqual([
      'sent',
      '- Hi',
      '+ +14155550100: Your code is 123456',
      'requests',
      '- GET x',
      '+ POST https://x.twil.io/check {"to":"+14155550100"}',
      'ended',
      '- failed',
      '+ completed',
      'warnings',
      '- 81005',
      '+ 81002: Nothing waits',
    ]);
  });

  test('reports a script that does not fit, whatever is expected', () => {
    const misfit = { ...result, error: 'Input 1 does not fit' };
    expect(differences({ ended: 'completed' }, misfit)).toEqual(['error', '+ Input 1 does not fit']);
    expect(differences({ error: { $contains: 'Input 1' } }, misfit)).toEqual([]);
  });

  test('accepts a failure that is expected', () => {
    const failed: FlowResult = { ...result, ended: 'failed', error: 'Too many steps' };
    expect(differences({ ended: 'failed' }, failed)).toEqual([]);
    expect(differences({ heard: { $any: true } }, failed)).toEqual(['error', '+ Too many steps']);
  });

  test('reports an error that did not come', () => {
    expect(differences({ error: 'Input 1' })).toEqual(['error', '- Input 1']);
  });
});
