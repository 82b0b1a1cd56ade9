import type { FSWatcher } from 'node:fs';
import { existsSync, readdirSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Calls `onFile` with the path of every file in the folders, or in folders below them, that is written, replaced or
 * removed; answers how to stop. Every folder is watched by itself: on Linux, Node 20's recursive watching loses a file
 * that an editor saves by renaming another one over it.
 */
export function watchFolders(roots: readonly string[], onFile: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchOne = (folder: string): void => {
    const watcher = watch(folder, (_event, name) => {
      follow();
      if (name !== null) onFile(path.join(folder, name));
    });
    // On some systems a folder that is removed says so with an error.
    watcher.on('error', () => {
      forget(folder);
    });
    watchers.set(folder, watcher);
  };
  const follow = (): void => {
    const folders = new Set(roots.flatMap(foldersBelow));
    for (const folder of watchers.keys()) if (!folders.has(folder)) forget(folder);
    for (const folder of folders) if (!watchers.has(folder)) watchOne(folder);
  };
  follow();
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** A folder and all folders below it; none when it is gone. */
function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return [folder, ...below];
}
