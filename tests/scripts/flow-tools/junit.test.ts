import { SaxesParser } from 'saxes';

import { junitOf } from '../../../scripts/flow-tools/junit';
import type { FileReport } from '../../../scripts/flow-tools/run-test-file';

const passed = { name: 'passes', differences: [], seconds: 0.25 };
const failed = {
  name: 'says "<1 & 2>"\nin two lines',
  differences: [
    { part: 'heard' as const, lines: [{ mark: '-' as const, text: 'a <b> & "c"\u0000' }] },
    { part: 'ended' as const, lines: [{ mark: '+' as const, text: 'failed' }] },
  ],
  seconds: 0.5,
};
const reports: FileReport[] = [
  { file: 'a.flow-test.json', problems: [], cases: [passed, failed], sources: [] },
  {
    file: 'b.flow-test.json',
    problems: [{ place: '#/flow', message: 'must name the file' }],
    cases: [],
    sources: [],
  },
];

/** Opened elements with their attributes, and all texts, as a real parser reads them. */
function read(xml: string): { elements: (readonly [string, object])[]; texts: string[] } {
  const elements: (readonly [string, object])[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push([name, attributes]));
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.write(xml).close();
  return { elements, texts };
}

describe('junitOf', () => {
  const { elements, texts } = read(junitOf(reports));

  test('has a suite a file and a test a case', () => {
    expect(elements.map(([name]) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'testcase',
      'failure',
      'testsuite',
      'testcase',
      'error',
    ]);
  });

  test('counts tests, failures and errors', () => {
    expect(elements[0]?.[1]).toMatchObject({ tests: '3', failures: '1', errors: '1', time: '0.750' });
    expect(elements[1]?.[1]).toMatchObject({
      name: 'a.flow-test.json',
      tests: '2',
      failures: '1',
      errors: '0',
    });
  });

  test('keeps every character that XML can hold, in names and in texts', () => {
    expect(elements[3]?.[1]).toEqual({ name: failed.name, classname: 'a.flow-test.json', time: '0.500' });
    expect(elements[4]?.[1]).toEqual({ message: 'not as expected: heard, ended' });
    expect(texts[0]).toBe('heard:\n  - a <b> & "c"\uFFFD\nended:\n  + failed');
  });

  test('tells why a file could not be run', () => {
    expect(elements.at(-1)).toEqual(['error', { message: 'must name the file' }]);
    expect(texts[1]).toBe('#/flow: must name the file');
  });
});
