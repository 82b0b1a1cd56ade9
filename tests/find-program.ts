import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where a program is installed on this computer; null when it is not on the PATH. */
export function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const files = folders.flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.exe`)]);
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Says in the test run's output that something was not tried, and what would have it tried. */
export function tellPassedOver(reason: string): void {
  process.stderr.write(`passed over: ${reason}\n`);
}
