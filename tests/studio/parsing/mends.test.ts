import { parseFlow } from '../../../studio/parsing/parse-flow';
import type { Json } from '../../../studio/model/json';
import { flow, state } from '../../support/flows';

/** What is said about one property of a gather, which is to be mended. */
function sentences(property: string, value: Json): readonly string[] {
  const json = flow(state('ask', 'gather-input-on-call', { say: 'Key?', [property]: value }));
  return parseFlow(json, { saysMends: true }).problems.map(({ message }) => message);
}

describe('parseFlow, asked for mends', () => {
  test.each([
    ['say', 1, 'integer found, string expected: put it in quotes, "1"'],
    ['profanity_filter', true, 'boolean found, string expected: put it in quotes, "true"'],
    ['say', null, 'null found, string expected: write a text in quotes'],
    ['say', [], 'array found, string expected: write a text in quotes'],
    ['timeout', '5', 'string found, integer expected: remove the quotes, 5'],
    ['timeout', 1.5, 'number found, integer expected: write a whole number without quotes'],
    [
      'timeout',
      '{{flow.data.t}}',
      'string found, integer expected: write a whole number without quotes, Liquid is not rendered here',
    ],
    ['stop_gather', 'true', 'string found, boolean expected: remove the quotes, true'],
    ['stop_gather', 'yes', 'string found, boolean expected: write true or false without quotes'],
    ['offset', 'here', 'string found, object expected: write an object, { }'],
  ])('says how to mend %s: %j', (property, value, message) => {
    expect(sentences(property, value)).toEqual([message]);
  });

  test('says what to add where something is missing', () => {
    const json = { ...flow(state('which', 'split-based-on', {})), initial_state: undefined };
    expect(parseFlow(json, { saysMends: true }).problems.map(({ message }) => message)).toEqual([
      'is missing but it is required: add it, a text in quotes',
      'is missing but it is required: add it, a text in quotes',
    ]);
  });

  test("keeps to Studio's words unless asked", () => {
    const json = flow(state('hello', 'say-play', { say: 1 }));
    expect(parseFlow(json).problems).toMatchObject([{ message: 'integer found, string expected' }]);
  });
});
