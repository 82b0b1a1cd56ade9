import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { ConfigurationError } from '../command-line/configuration-error';
import { TEST_ENDING } from './run-test-file';

/** Folders that hold other people's files. */
const SKIPPED = ['node_modules', 'dist'];

/**
 * Every test file below the folders, and every file that is named itself, sorted. Throws `no-tests` when a place is not there
 * or has none.
 */
export async function findTests(places: readonly string[]): Promise<string[]> {
  const found = await Promise.all(places.map(testsIn));
  return [...new Set(found.flat())].sort();
}

async function testsIn(place: string): Promise<string[]> {
  const kind = await kindOf(place);
  if (kind === 'file') return [place];
  const files = kind === 'folder' ? await testsBelow(place) : [];
  if (files.length > 0) return files;
  const what = kind === 'folder' ? `There is no *${TEST_ENDING} below` : 'There is no file or folder';
  throw new ConfigurationError('no-tests', `${what} "${place}": name test files, or folders that hold some.`);
}

async function kindOf(place: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

async function testsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry): Promise<string[]> => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return isSkipped(entry.name) ? [] : testsBelow(place);
    return entry.name.endsWith(TEST_ENDING) ? [place] : [];
  });
  return (await Promise.all(found)).flat();
}

function isSkipped(name: string): boolean {
  return SKIPPED.includes(name) || name.startsWith('.');
}
