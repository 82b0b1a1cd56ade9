import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { buildProject } from '../../../scripts/bundling/build-project';
import type { BuildReport } from '../../../scripts/bundling/build-report';

const REPOSITORY = path.resolve(__dirname, '../../..');

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'build-project-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), content);
  }
}

async function build(): Promise<BuildReport> {
  return buildProject({ rootDirectory: directory, outputDirectory: path.join(directory, 'dist') });
}

function pathsOf(report: BuildReport): string[] {
  return report.status === 'built' ? report.files.map((file) => file.path) : [];
}

describe('buildProject', () => {
  test('writes one file an endpoint, asset and emulator process', async () => {
    write({
      'functions/a.ts': `import { shared } from './lib/shared.private'; export const handler = shared;`,
      'functions/otp/b.protected.ts': `export const handler = 1;`,
      'functions/lib/shared.private.ts': `export const shared = 42;`,
      'functions/README.md': '',
      'assets/index.html': '<p>hello</p>',
      'assets/README.md': '',
      'scripts/emulator/runtime/worker.entry.ts': `import twilio from 'twilio'; console.log(twilio);`,
    });
    const report = await build();
    expect(pathsOf(report)).toEqual([
      'assets/index.html',
      'emulator/worker.cjs',
      'functions/a.js',
      'functions/otp/b.protected.js',
    ]);
    expect(jest.requireActual(path.join(directory, 'dist/functions/a.js'))).toMatchObject({ handler: 42 });
    expect(readFileSync(path.join(directory, 'dist/emulator/worker.cjs'), 'utf8')).toContain(
      'require("twilio")',
    );
  });

  test('makes the folders twilio-run wants when empty', async () => {
    expect(pathsOf(await build())).toEqual([]);
    expect(statSync(path.join(directory, 'dist/assets')).isDirectory()).toBe(true);
    expect(statSync(path.join(directory, 'dist/functions')).isDirectory()).toBe(true);
  });

  test('reports each mistake with its place and keeps the last build', async () => {
    write({ 'functions/a.ts': 'export const handler = 1;' });
    await build();
    write({ 'functions/b.ts': '\nexport const handler = ;', 'functions/c.ts': `import './missing';` });
    expect(await build()).toEqual({
      status: 'failed',
      problems: ['functions/b.ts:2:24: Unexpected ";"', 'functions/c.ts:1:8: Could not resolve "./missing"'],
    });
    expect(readdirSync(path.join(directory, 'dist/functions'))).toEqual(['a.js']);
    expect(readdirSync(directory).sort()).toEqual(['dist', 'functions']);
  });

  test('refuses two endpoints with one path', async () => {
    write({ 'functions/a.ts': 'export {};', 'functions/a.protected.ts': 'export {};' });
    expect(await build()).toEqual({
      status: 'failed',
      problems: [
        'Cannot build "functions/a.ts": "functions/a.protected.ts" answers at /a already; rename one of them',
      ],
    });
  });

  test('leaves nothing of the build before', async () => {
    write({ 'functions/a.ts': 'export const handler = 1;' });
    await build();
    rmSync(path.join(directory, 'functions/a.ts'));
    write({ 'functions/b.ts': 'export const handler = 1;' });
    expect(pathsOf(await build())).toEqual(['functions/b.js']);
    expect(readdirSync(path.join(directory, 'dist/functions'))).toEqual(['b.js']);
  });

  test('survives builds that run together', async () => {
    write({ 'functions/a.ts': 'export const handler = 1;' });
    const reports = await Promise.all([build(), build(), build()]);
    expect(reports.map((report) => report.status)).toEqual(['built', 'built', 'built']);
    expect(readdirSync(path.join(directory, 'dist/functions'))).toEqual(['a.js']);
    expect(readdirSync(directory).sort()).toEqual(['dist', 'functions']);
  });
});

// Most of it is what numbers of all countries look like; signing a proof is another 15 kB, and pages have words in four languages.
const MOST_BYTES: Readonly<Record<string, number>> = { '.': 160_000, otp: 180_000, web: 230_000 };

describe('functions of this project', () => {
  const folder = path.join(REPOSITORY, 'dist/functions');
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );

  test.each(bundles)('%s is small enough for a cold start and names its functions', (file) => {
    const code = readFileSync(path.join(folder, file), 'utf8');
    expect(Buffer.byteLength(code)).toBeLessThan(MOST_BYTES[path.dirname(file)] ?? 0);
    // What a stack trace would say.
    expect(code).toContain('"createHandler"');
  });
});
