import { rename, rm } from 'node:fs/promises';

import { errorCodeOf } from './error-code';

const MOST_TRIES = 5;

/**
 * Puts `next` in the place of `current`, which need not exist, by renaming: nobody ever sees half of it. Both must be
 * on one file system. When two builds finish together, the later one stays.
 */
export async function replaceDirectory(current: string, next: string): Promise<void> {
  const previous = `${next}.previous`;
  for (let tries = 1; ; tries += 1) {
    await moveAway(current, previous);
    try {
      await rename(next, current);
      break;
    } catch (error) {
      if (tries >= MOST_TRIES || !isTaken(error)) throw error;
    }
  }
  await rm(previous, { recursive: true, force: true });
}

async function moveAway(current: string, previous: string): Promise<void> {
  await rm(previous, { recursive: true, force: true });
  try {
    await rename(current, previous);
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
  }
}

function isTaken(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
