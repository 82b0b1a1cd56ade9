import { posix } from 'node:path';

import * as ts from 'typescript';

import type { Part } from './arrows';
import type { SourceFile } from './source-files';

/** Every import of the files that the table does not allow, as `file → import: reason`. */
export function forbiddenImports(files: readonly SourceFile[], parts: readonly Part[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const reason = reasonAgainst(file.path, specifier, parts);
      return reason === undefined ? [] : [`${file.path} → ${specifier}: ${reason}`];
    }),
  );
}

/** What a file imports, as written: `import`, `export … from`, `import()` and `require()`, types included. */
export function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((reference) => reference.fileName);
}

/** The path that a relative import means, without its extension; undefined for a package. */
export function targetOf(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(importer), specifier);
}

function reasonAgainst(path: string, specifier: string, parts: readonly Part[]): string | undefined {
  const part = partOf(path, parts);
  if (part === undefined) return 'its folder is missing from tests/structure/arrows.ts';
  const target = targetOf(path, specifier);
  return target === undefined ? againstPackage(part, specifier) : againstFile(part, target, parts);
}

function againstPackage(part: Part, specifier: string): string | undefined {
  const isAllowed = part.packages.some(
    (allowed) =>
      allowed === '*' ||
      (allowed === 'node:*' && specifier.startsWith('node:')) ||
      specifier === allowed ||
      specifier.startsWith(`${allowed}/`),
  );
  return isAllowed ? undefined : `${part.folder} may use ${listed(part.packages, 'no packages')}`;
}

function againstFile(part: Part, target: string, parts: readonly Part[]): string | undefined {
  const other = partOf(target, parts);
  if (other === undefined) return 'it lies outside the parts of the project';
  if (other === part) return part.apart === true ? `files of ${part.folder} stand apart` : undefined;
  const isAllowed = part.imports.some(
    (allowed) => allowed === '*' || other.folder === allowed || other.folder.startsWith(`${allowed}/`),
  );
  return isAllowed ? undefined : `${part.folder} may import ${listed(part.imports, 'nothing')}`;
}

function partOf(path: string, parts: readonly Part[]): Part | undefined {
  return parts
    .filter((part) => holds(part, path))
    .reduce<Part | undefined>(
      (best, part) => (best === undefined || part.folder.length > best.folder.length ? part : best),
      undefined,
    );
}

function holds(part: Part, path: string): boolean {
  if (part.filesOnly === true) return posix.dirname(path) === part.folder;
  return path.startsWith(`${part.folder}/`);
}

function listed(names: readonly string[], none: string): string {
  return names.length === 0 ? none : `only ${names.join(', ')}`;
}
