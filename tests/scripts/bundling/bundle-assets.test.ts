import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { buildProject } from '../../../scripts/bundling/build-project';
import type { BuildReport } from '../../../scripts/bundling/build-report';

describe('buildProject with pages', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'bundle-assets-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  async function build(files: Readonly<Record<string, string>>): Promise<BuildReport> {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
      writeFileSync(path.join(directory, name), content);
    }
    return buildProject({ rootDirectory: directory, outputDirectory: path.join(directory, 'dist') });
  }

  const assetsOf = (report: BuildReport): string[] =>
    report.status === 'built'
      ? report.files.map((file) => file.path).filter((file) => file.startsWith('assets/'))
      : [];

  const SOURCES = {
    'assets/page.ts': `import { hello } from './client/hello'; document.title = hello;`,
    'assets/client/hello.ts': `export const hello: string = 'hello';`,
    'assets/page.css': 'p { color: red }',
    'assets/icon.svg': '<svg/>',
    'assets/README.md': '',
    'assets/tsconfig.json': '{}',
    'functions/a.ts': `export const handler = process.env['BUILT_ASSETS'];`,
  };

  test('bundles scripts and styles under names of their contents', async () => {
    const before = assetsOf(await build(SOURCES));
    expect(before).toEqual([
      'assets/icon.svg',
      expect.stringMatching(/^assets\/page-[A-Z0-9]{8}\.css$/),
      expect.stringMatching(/^assets\/page-[A-Z0-9]{8}\.js$/),
    ]);
    expect(readFileSync(path.join(directory, 'dist', before[2] ?? ''), 'utf8')).toContain('"hello"');
    const after = assetsOf(await build({ 'assets/client/hello.ts': `export const hello = 'good day';` }));
    expect([after[1] === before[1], after[2] === before[2]]).toEqual([true, false]);
  });

  test('tells functions the names', async () => {
    const report = await build(SOURCES);
    const { handler } = jest.requireActual<{ handler: string }>(path.join(directory, 'dist/functions/a.js'));
    const [, css = '', js = ''] = assetsOf(report).map((file) => path.basename(file));
    expect(JSON.parse(handler)).toEqual({ 'page.js': js, 'page.css': css });
  });

  test('reports a mistake in a script with its place', async () => {
    const report = await build({ 'assets/page.ts': 'const = 1;' });
    expect(report).toEqual({
      status: 'failed',
      problems: [expect.stringMatching(/^assets\/page\.ts:1:7: /)],
    });
  });
});
