import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SOURCES = {
  hangs: 'exports.handler = () => undefined;\n',
  throws: 'exports.handler = () => { throw new Error("broken on purpose"); };\n',
};

/** A copy that somebody has to remove. */
export interface BrokenCopy {
  readonly directory: string;
  readonly remove: () => void;
}

/** A copy of a build in which some functions, by path, never answer or throw. */
export function breakFunctions(
  directory: string,
  broken: Readonly<Record<string, keyof typeof SOURCES>>,
): BrokenCopy {
  const copy = mkdtempSync(path.join(tmpdir(), 'broken-functions-'));
  cpSync(directory, copy, { recursive: true });
  for (const [urlPath, how] of Object.entries(broken)) {
    const folder = path.join(copy, 'functions');
    const file = readdirSync(folder).find((name) => `/${name.split('.')[0] ?? ''}` === urlPath);
    if (file === undefined) throw new Error(`Cannot break "${urlPath}": there is no such function`);
    writeFileSync(path.join(folder, file), SOURCES[how]);
  }
  return { directory: copy, remove: () => rmSync(copy, { recursive: true }) };
}
