import { filesBelow, readSource } from './source-files';

/** What belongs to the machine of whoever wrote a line, and to nobody who reads it. */
const privateNames = [
  { name: 'a home folder', pattern: /(?<![\w.])\/(?:home|Users|root)\/[\w.-]+/ },
  { name: 'a home folder on Windows', pattern: /\b[A-Z]:\\Users\\/ },
  {
    name: 'a working folder of a machine',
    pattern: /(?<![\w.:/}])\/(?:work|workspace|mnt|scratch)\/[\w.-]+/,
  },
  { name: 'a temporary path', pattern: /(?<![\w.:/}])\/tmp\/[\w.-]+/ },
  { name: 'a sibling of the repository', pattern: /(?<![\w./])\.\.\/shared\b/ },
  {
    name: 'a package registry',
    pattern: /https?:\/\/[^\s/"']*\b(?:registry|artifactory|nexus|verdaccio)\b/i,
  },
  { name: 'a host of a private network', pattern: /https?:\/\/[^\s/"']+\.(?:internal|corp|lan|intranet)\b/i },
  { name: 'a private address', pattern: /\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+\b/ },
];

function privateNamesIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      privateNames
        .filter(({ pattern }) => pattern.test(line))
        .map(({ name }) => `${(index + 1).toString()}: ${name}`),
    );
}

describe('the files of the repository', () => {
  test('name nothing of the machine they were written on', () => {
    // This file has to show what it looks for.
    const paths = filesBelow('').filter((path) => path !== 'tests/structure/private-names.test.ts');
    const found = paths.flatMap((path) =>
      privateNamesIn(readSource(path).text).map((hit) => `${path}:${hit}`),
    );
    expect(found).toEqual([]);
  });
});

describe('privateNamesIn', () => {
  test.each([
    'cd /home/ada/project',
    'C:\\Users\\ada',
    // Put together here, so that no file names such a place as a whole.
    `"${['', 'work', 'main', 'studio'].join('/')}"`,
    'see /tmp/bash/log',
    '../shared/flows',
    `"resolved": "${['https://registry', 'example.com/hono.tgz'].join('.')}"`,
    'https://npm.build.internal/hono',
    'http://10.1.2.3:8080',
  ])('finds: %s', (line) => {
    expect(privateNamesIn(line)).toHaveLength(1);
  });

  test.each([
    'https://www.twilio.com/docs/verify/api',
    'http://127.0.0.1:4010/start-verify',
    'studio/model/../shared-types',
    'import { list } from "./registry"',
    'https://example.com/work/with',
  ])('lets pass: %s', (line) => {
    expect(privateNamesIn(line)).toEqual([]);
  });
});
