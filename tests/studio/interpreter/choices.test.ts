import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHOICES, undocumented, type Choices } from '../../../studio/model/undocumented';
import type { Input } from '../../../studio/model/wait';
import { flow, play, state } from '../../support/flows';
import { CHILD_SID, runChild } from '../../support/widgets';

/** Plays a flow once as we chose and once otherwise, and shows a variable of both. */
function both(
  definition: Parameters<typeof play>[0],
  change: Partial<Choices>,
  inputs: readonly Input[] = [],
  subflows: NonNullable<Parameters<typeof play>[2]>['subflows'] = {},
): unknown[] {
  return [CHOICES, { ...CHOICES, ...change }].map((choices) => {
    const { execution } = play(definition, inputs, { choices, subflows });
    return execution.frames[0]?.variables['seen'];
  });
}

/** Notes a rendered text in `seen`. */
function note(value: string, type = 'string'): ReturnType<typeof state> {
  return state('note', 'set-variables', { variables: [{ key: 'seen', value, type }] });
}

const condition = (tested: string, value: string): object => ({
  friendly_name: 'x',
  arguments: [tested],
  type: 'equal_to',
  value,
});

function split(input: string, conditions: readonly object[]): ReturnType<typeof flow> {
  const arrows = [
    { event: 'match', next: 'note', conditions },
    { event: 'noMatch', next: 'other' },
  ];
  const subject = { ...state('split', 'split-based-on', { input }), transitions: arrows };
  const other = state('other', 'set-variables', { variables: [{ key: 'seen', value: 'no' }] });
  return flow(subject as ReturnType<typeof state>, note('yes'), other);
}

describe('choices', () => {
  test('decide what a split tests', () => {
    expect(both(split('a', [condition('b', 'a')]), { splitTests: 'input' })).toEqual(['no', 'yes']);
  });

  test('decide what several conditions mean', () => {
    const conditions = [condition('a', 'a'), condition('a', 'b')];
    expect(both(split('a', conditions), { conditionsOfBranch: 'any' })).toEqual(['no', 'yes']);
  });

  test('decide what a broken template renders', () => {
    expect(both(flow(note('{{ "x" | shout }}')), { renderedOnError: '?' })).toEqual(['', '?']);
  });

  test('decide what bad JSON leaves', () => {
    expect(both(flow(note('{', 'json_object')), { storedOnBadJson: 'bad' })).toEqual(['', 'bad']);
  });

  test('decide whether digits survive a timeout', () => {
    const ask = state('ask', 'gather-input-on-call', { say: 'x' }, { keypress: 'ask', timeout: 'note' });
    const inputs: Input[] = [{ kind: 'keys', digits: '1' }, { kind: 'timeout' }];
    const definition = flow(ask, note('[{{widgets.ask.Digits}}]'));
    expect(both(definition, { digitsAfterTimeout: 'erased' }, inputs)).toEqual(['[1]', '[]']);
  });

  test('decide how deeply an answer is merged', () => {
    const run = state(
      'run',
      'run-function',
      { url: 'https://x.twil.io/a' },
      { success: 'run', fail: 'note' },
    );
    const answer = (status: number, body: string): Input => ({
      kind: 'request-result',
      result: { status, contentType: 'application/json', body },
    });
    const inputs = [answer(200, '{"o": {"a": 1}}'), answer(500, '{"o": {"b": 2}}')];
    const definition = flow(run, note('{{widgets.run.parsed.o | to_json}}'));
    expect(both(definition, { parsedIsMerged: 'deeply' }, inputs)).toEqual(['{"b":2}', '{"a":1,"b":2}']);
  });

  test('decide what a subflow sees', () => {
    const child = flow(
      state('look', 'set-variables', {
        variables: [{ key: 'saw', value: '[{{flow.variables.mine}}]', type: 'string' }],
      }),
    );
    const mine = state(
      'mine',
      'set-variables',
      { variables: [{ key: 'mine', value: 'm', type: 'string' }] },
      { next: 'run_child' },
    );
    const definition = flow(mine, runChild({ completed: 'note' }), note('{{widgets.run_child.saw}}'));
    expect(both(definition, { subflowSeesParent: true }, [], { [CHILD_SID]: child })).toEqual(['[]', '[m]']);
  });

  test('are what the table says, each with its reason and its doubt', () => {
    for (const [name, { value, reason, doubt }] of Object.entries(undocumented)) {
      expect(CHOICES[name as keyof Choices]).toBe(value);
      expect(reason).toMatch(/\w{3,}/);
      expect(doubt).toMatch(/\w{3,}/);
    }
  });

  test.each(Object.keys(undocumented))('%s is in docs/twilio-facts.md', (name) => {
    const facts = readFileSync(join(__dirname, '../../../docs/twilio-facts.md'), 'utf8');
    expect(facts).toContain(`\`${name}\``);
  });
});
