import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { differenceLines } from '../../../scripts/flow-tools/print-tests';
import { findTests } from '../../../scripts/flow-tools/find-tests';
import { runTestFile, type FileReport } from '../../../scripts/flow-tools/run-test-file';
import { readSource } from '../../structure/source-files';

/** A file's name and its content as it is. */
async function shippedTests(): Promise<[string, unknown][]> {
  const files = await findTests([__dirname]);
  return files.map((file) => [file, JSON.parse(readFileSync(file, 'utf8')) as unknown]);
}

const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readSource('docs/flow-test.schema.json').text) as object,
);

describe('the flow tests of our own flows', () => {
  let reports: FileReport[] = [];

  beforeAll(async () => {
    const files = await findTests([__dirname]);
    reports = await Promise.all(files.map(runTestFile));
  });

  test('cover each of them', () => {
    const flows = reports.flatMap(({ sources }) => sources.slice(1, 2).map((file) => path.basename(file)));
    expect(flows).toEqual(['parent-ivr.json', 'verify-subflow.json']);
  });

  test('pass', () => {
    const wrong = reports.flatMap(({ problems, cases }) => [
      ...problems.map(({ place, message }) => `${place}: ${message}`),
      ...cases.flatMap(({ name, differences }) =>
        differenceLines(differences).map((line) => `${name}: ${line}`),
      ),
    ]);
    expect(wrong).toEqual([]);
    expect(reports.flatMap(({ cases }) => cases).length).toBeGreaterThan(10);
  });
});

describe('docs/flow-test.schema.json', () => {
  test('accepts the tests that are shipped', async () => {
    for (const [, json] of await shippedTests()) {
      validate(json);
      expect(validate.errors).toBeNull();
    }
  });

  test('accepts the examples of docs/flow-tests.md', () => {
    const examples = [...readSource('docs/flow-tests.md').text.matchAll(/```json\n([^]*?)```/g)];
    const tests = examples
      .map(([, text = '']) => JSON.parse(text) as object)
      .filter((json) => 'flow' in json);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((json) => !validate(json))).toEqual([]);
  });

  test.each([
    ['no flow', { script: { trigger: { call: {} } }, expect: { ended: 'completed' } }],
    ['an unknown part', { flow: 'x', script: { trigger: { call: {} } }, expect: { said: [] } }],
    [
      'two matchers in one',
      { flow: 'x', cases: [{ name: 'a', expect: { ended: { $any: true, $regex: 'x' } } }] },
    ],
  ])('refuses %s', (_what, json) => {
    expect(validate(json)).toBe(false);
  });
});
