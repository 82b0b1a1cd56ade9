import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(__dirname, '..', '..');

/** Folders that Git ignores, and Git's own. */
const ignored = new Set(['.git', 'node_modules', 'dist', 'coverage', '.local-twilio']);

/** The folders that hold our TypeScript. */
export const codeFolders = ['functions', 'assets', 'studio', 'scripts', 'tests'] as const;

/** A file of the repository: its path from the root, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file below a folder (`''`: the whole repository), sorted; what Git ignores is left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !isIgnored(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The text of a file of the repository. */
export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** Every TypeScript file of the folders that hold code. */
export function typeScriptFiles(): SourceFile[] {
  return codeFolders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => path.endsWith('.ts'))
    .map(readSource);
}

function isIgnored(name: string): boolean {
  const isLocalSettings = name.startsWith('.env') && name !== '.env.example';
  return ignored.has(name) || isLocalSettings || name.endsWith('.log') || name.endsWith('.tgz');
}
