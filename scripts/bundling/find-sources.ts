import { readdirSync } from 'node:fs';
import path from 'node:path';

import { errorCodeOf } from './error-code';

/** What a project has to build; every path is relative to its folder, with forward slashes, sorted. */
export interface Sources {
  /** Endpoints: `functions/start-verify.protected.ts`. */
  readonly endpoints: readonly string[];
  /** Files served as they are: `assets/index.html`. */
  readonly assets: readonly string[];
  /** Scripts and styles of pages, bundled under names that change with their contents: `assets/web.ts`, `assets/web.css`. */
  readonly assetEntries: readonly string[];
  /** Entry points of the local Twilio's own processes: `scripts/emulator/runtime/worker.entry.ts`. */
  readonly emulatorEntries: readonly string[];
}

/** Finds the sources of a project. A folder that is missing has none. */
export function findSources(rootDirectory: string): Sources {
  const list = (folder: string): string[] => listFiles(rootDirectory, folder);
  return {
    endpoints: list('functions').filter(isEndpoint),
    assets: list('assets').filter(isServedAsIs),
    assetEntries: list('assets').filter(isAssetEntry),
    emulatorEntries: list('scripts/emulator').filter((file) => file.endsWith('.entry.ts')),
  };
}

/** The path in the URL that a function answers under: `functions/otp/request.protected.ts` is `/otp/request`. */
export function urlPathOf(endpoint: string): string {
  return endpoint.replace(/^functions/, '').replace(/(\.(protected|private))?\.ts$/, '');
}

function isEndpoint(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('functions/lib/');
}

/** What lies directly in `assets/`; folders hold what they import. */
function isAssetEntry(file: string): boolean {
  return /^assets\/[^/]+\.(ts|css)$/.test(file);
}

function isServedAsIs(file: string): boolean {
  const name = path.posix.basename(file);
  return !['README.md', 'tsconfig.json'].includes(name) && !/\.(ts|css)$/.test(name);
}

function listFiles(rootDirectory: string, folder: string): string[] {
  try {
    return readdirSync(path.join(rootDirectory, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(rootDirectory, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
