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
    for (const file of ['studio/flows/verify-subflow.json', PARENT, 'package.json']) {
      writeFileSync(path.join(projectDirectory, file), readFileSync(file));
    }
  });
  afterEach(() => {
    rmSync(projectDirectory, { recursive: true });
  });
  const read = (environment = 'dev', variables: Record<string, string> = {}) =>
    readWant({ projectDirectory, builtDirectory: 'dist', environment, phoneNumber: null, variables });
  const change = (edit: (text: string) => string): void => {
    const file = path.join(projectDirectory, PARENT);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  };

  test('reads versions and hashes of both flows', async () => {
    const result = await read();
    expect(result).toMatchObject({
      kind: 'want',
      want: {
        parentFlow: { friendlyName: 'parent-ivr (dev)', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      },
    });
  });

  test.each([
    ['dev', 'dev', 'Hotline dev', 'phone-verification (dev)', 'verify-subflow (dev)'],
    ['prod', null, 'Hotline', 'phone-verification', 'verify-subflow'],
  ])('names the things of %s', async (environment, domainSuffix, verifyName, syncName, flowName) => {
    expect(await read(environment)).toMatchObject({
      want: {
        environment: { name: environment, domainSuffix },
        serverlessService: { uniqueName: 'phone-verification', sid: null },
        verifyService: { friendlyName: verifyName },
        syncService: { friendlyName: syncName, sid: null },
        verifySubflow: { friendlyName: flowName },
      },
    });
  });

  test('limits the codes for a number, unless told otherwise', async () => {
    const bucket = { max: 20, intervalSeconds: 86_400 };
    expect(await read()).toMatchObject({
      want: {
        variables: { VERIFY_RATE_LIMIT: 'codes_per_number' },
        verifyService: { rateLimit: { uniqueName: 'codes_per_number', ...bucket } },
      },
    });
    expect(await read('dev', { VERIFY_RATE_LIMIT: 'mine' })).toMatchObject({
      want: { verifyService: { rateLimit: { uniqueName: 'mine', ...bucket } } },
    });
    expect(await read('dev', { VERIFY_RATE_LIMIT: 'off', LOOKUP_LINE_TYPE: 'true' })).toMatchObject({
      want: { variables: { LOOKUP_LINE_TYPE: 'true' }, verifyService: { rateLimit: null } },
    });
  });

  test('takes functions by path and visibility from the build', async () => {
    const result = await read();
    const files = result.kind === 'want' ? result.want.bundle.files : [];
    expect(files.map(({ kind, path: urlPath, visibility }) => [kind, urlPath, visibility])).toEqual(
      expect.arrayContaining([
        ['function', '/check-verify', 'protected'],
        ['function', '/start-verify', 'protected'],
      ]),
    );
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
      'a way around the verification',
      (text) => text.replace('"next": "run_verify"', '"next": "success"'),
      /^studio\/flows\/parent-ivr\.json: .*Callers reach "success" unverified/,
    ],
    [
      'an arrow to nowhere',
      (text) => text.replace('"next": "welcome"', '"next": "gone"'),
      /^studio\/flows\/parent-ivr\.json: #\/states\/0\/.*gone/,
    ],
  ])('reports %s with its place', async (_name, edit, problem) => {
    change(edit);
    const result = await read();
    expect(result.kind === 'problems' && result.problems).toContainEqual(expect.stringMatching(problem));
  });
});
