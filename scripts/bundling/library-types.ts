import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Declarations by path from the project's folder, with forward slashes: `studio/testing/flow-run.d.ts`. */
export type Declarations = ReadonlyMap<string, string>;

const OPTIONS: ts.CompilerOptions = { declaration: true, stripInternal: true, strict: true };

/**
 * The declarations of a TypeScript file and of every file that they name. Each file is read by itself, which is possible since
 * every export says its type: no type has to be worked out, and the whole takes no longer than reading.
 */
export function declarationsOf(rootDirectory: string, entry: string): Declarations {
  const found = new Map<string, string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const target = file.replace(/\.ts$/, '.d.ts');
    if (found.has(target)) continue;
    const text = readFileSync(path.join(rootDirectory, file), 'utf8');
    const { outputText } = ts.transpileDeclaration(text, { fileName: file, compilerOptions: OPTIONS });
    found.set(target, outputText);
    open.push(...importsOf(outputText, file));
  }
  return found;
}

function importsOf(text: string, file: string): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => `${path.posix.join(path.posix.dirname(file), name)}.ts`);
}
