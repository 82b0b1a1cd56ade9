import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';

import { arrowRow, tableRows } from './arrow-rows';
import { parts } from './arrows';
import { codeFolders, filesBelow, readSource } from './source-files';

const root = join(__dirname, '..', '..');
const documents = filesBelow('').filter((path) => path.endsWith('.md'));

describe('README', () => {
  const folders = [...codeFolders, 'docs'];

  test.each(folders)('of %s exists and fits on a page', (folder) => {
    expect(filesBelow(folder)).toContain(`${folder}/README.md`);
    expect(readSource(`${folder}/README.md`).text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });
});

describe('table of folders', () => {
  test.each(['scripts', 'studio'])('in the README of %s has each of them', (folder) => {
    const named = tableRows(readSource(`${folder}/README.md`).text).flatMap(
      ([cell = '']) => /^`([a-z-]+)\/?`$/.exec(cell)?.[1] ?? [],
    );
    const there = new Set(filesBelow(folder).flatMap((path) => path.split('/').slice(1, -1)[0] ?? []));
    expect([...there].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('table of arrows', () => {
  test('in docs/architecture.md is the one that the imports are checked by', () => {
    const section = readSource('docs/architecture.md').text.split('\n## Arrows\n')[1] ?? '';
    expect(tableRows(section)).toEqual(parts.map(arrowRow));
  });
});

describe('decision', () => {
  const paths = filesBelow('docs/decisions');

  test('numbers run from 0001 without a gap', () => {
    const numbers = paths.map((path) => posix.basename(path).slice(0, 4));
    expect(numbers).toEqual(numbers.map((_, index) => (index + 1).toString().padStart(4, '0')));
  });

  test.each(paths)('%s has the house form', (path) => {
    const lines = readSource(path).text.trimEnd().split('\n');
    const number = Number(posix.basename(path).slice(0, 4));
    expect(posix.basename(path)).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    expect(lines[0]).toMatch(new RegExp(`^# ${number.toString()}\\. [A-Z].+[^.]$`));
    // The decision itself comes first, under no heading of its own.
    expect(lines[2]).toMatch(/^\S/);
    expect(lines[2]).not.toMatch(/^#/);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## Why', '## What would change it']);
    expect(lines.length).toBeLessThanOrEqual(40);
  });
});

describe('document', () => {
  test.each(documents)('%s links only to files that exist', (path) => {
    const links = [...readSource(path).text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = links.filter((link) => !existsSync(join(root, posix.dirname(path), link)));
    expect(missing).toEqual([]);
  });

  test.each(documents)('%s names only files that exist', (path) => {
    const named = [
      ...readSource(path).text.matchAll(/`((?:functions|studio|scripts|tests|docs)\/[\w./-]+\.\w+)`/g),
    ];
    const missing = named.map((match) => match[1] ?? '').filter((name) => !existsSync(join(root, name)));
    expect(missing).toEqual([]);
  });
});
