import { writeFile } from 'node:fs/promises';

import { ConfigurationError } from './configuration-error';

/** Writes what a command made into the file that was asked for. Throws `unwritable-file` when there is no such place. */
export async function writeResult(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, `${text}\n`);
  } catch {
    throw new ConfigurationError(
      'unwritable-file',
      `Cannot write "${file}": name a file in a folder that is there.`,
    );
  }
}
