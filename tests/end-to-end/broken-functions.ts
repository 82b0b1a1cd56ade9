import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SOURCES = {
  hangs: 'exports.handler = () => undefined;\n',
  throws: 'exports.handler = () => { throw new Error("broken on purpose"); };\n',
};

/** A copy of a folder of built functions in which some, by path, never answer or throw. */
export function breakFunctions(
  directory: string,
  broken: Readonly<Record<string, keyof typeof SOURCES>>,
): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'broken-functions-'));
  cpSync(directory, copy, { recursive: true });
  for (const [urlPath, how] of Object.entries(broken)) {
    const folder = path.join(copy, 'functions');
    const file = readdirSync(folder).find((name) => `/${name.split('.')[0] ?? ''}` === urlPath);
    if (file === undefined) throw new Error(`Cannot break "${urlPath}": there is no such function`);
    writeFileSync(path.join(folder, file), SOURCES[how]);
  }
  return copy;
}
