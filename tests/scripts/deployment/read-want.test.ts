import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readWant } from '../../../scripts/deployment/read-want';

const PARENT = 'studio/flows/parent-ivr.json';

describe('readWant', () => {
  let projectDirectory: string;
  beforeEach(() => {
    projectDirectory = mkdtempSync(path.join(tmpdir(), 'want-'));
    mkdirSync(path.join(projectDirectory, 'studio/flows'), { recursive: true });
    for (const file of ['studio/flows/verify-subflow.json', PARENT]) {
      writeFileSync(path.join(projectDirectory, file), readFileSync(file));
    }
  });
  afterEach(() => {
    rmSync(projectDirectory, { recursive: true });
  });
  const read = () => readWant({ projectDirectory, phoneNumber: null, variables: {} });
  const change = (edit: (text: string) => string): void => {
    const file = path.join(projectDirectory, PARENT);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  };

  test('reads versions and hashes of both flows', async () => {
    const result = await read();
    expect(result).toMatchObject({
      kind: 'want',
      want: { parentFlow: { friendlyName: 'parent-ivr', version: expect.stringMatching(/^\d+\.\d+\.\d+/) } },
    });
  });

  test('hashes content, not the order of keys', async () => {
    const before = await read();
    change((text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())),
    );
    expect(await read()).toEqual(before);
  });

  test('hashes another content to another value', async () => {
    const before = await read();
    change((text) => text.replace('Hello, and', 'Good day, and'));
    const after = await read();
    const hashOf = (result: typeof before) => result.kind === 'want' && result.want.parentFlow.contentHash;
    expect(hashOf(after)).not.toBe(hashOf(before));
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['JSON that is broken', (text) => text.slice(1), /^studio\/flows\/parent-ivr\.json: not JSON/],
    [
      'a missing version',
      (text) => text.replace(/Parent IVR \d+\.\d+\.\d+/, 'Parent IVR'),
      /#\/description: /,
    ],
    [
      'an arrow to nowhere',
      (text) => text.replace('"next": "welcome"', '"next": "gone"'),
      /^studio\/flows\/parent-ivr\.json: #\/states\/0\/.*gone/,
    ],
  ])('reports %s with its place', async (_name, edit, problem) => {
    change(edit);
    expect(await read()).toEqual({ kind: 'problems', problems: [expect.stringMatching(problem)] });
  });
});
