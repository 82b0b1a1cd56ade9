import { importsOf, targetOf } from './forbidden-imports';
import type { SourceFile } from './source-files';

/** Each group of files that reach one another through their imports, as `a → b → a`, types included. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, neighbours(file, files)]));
  const done = new Set<string>();
  return files.flatMap((file) => cyclesFrom(file.path, [], { graph, done }));
}

interface Search {
  readonly graph: ReadonlyMap<string, readonly string[]>;
  /** Files below which everything has been seen. */
  readonly done: Set<string>;
}

function cyclesFrom(path: string, trail: readonly string[], search: Search): string[] {
  const start = trail.indexOf(path);
  if (start >= 0) return [[...trail.slice(start), path].join(' → ')];
  if (search.done.has(path)) return [];
  const found = (search.graph.get(path) ?? []).flatMap((next) => cyclesFrom(next, [...trail, path], search));
  search.done.add(path);
  return found;
}

function neighbours(file: SourceFile, files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map((other) => other.path));
  return importsOf(file).flatMap((specifier) => {
    const target = targetOf(file.path, specifier);
    if (target === undefined) return [];
    return [target, `${target}.ts`, `${target}/index.ts`].filter((path) => paths.has(path));
  });
}
