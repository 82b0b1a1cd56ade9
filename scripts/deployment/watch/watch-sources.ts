import path from 'node:path';

import { watchFolders } from './watch-folders';

/** The folders whose files are deployed. */
const WATCHED = ['functions', 'studio/flows'];

/** Editors write a file in several steps; this long after the last one it counts as saved. */
const QUIET_MILLISECONDS = 150;

/** A watcher that runs. */
export interface SourceWatch {
  readonly stop: () => void;
}

/**
 * Calls `onChange` with the changed files (relative to the project, sorted) whenever functions or flows were saved.
 * One call at a time: what changes meanwhile is told after `onChange` is done.
 */
export function watchSources(
  projectDirectory: string,
  onChange: (files: readonly string[]) => Promise<void>,
): SourceWatch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;

  const flush = async (): Promise<void> => {
    if (isBusy || changed.size === 0) return;
    const files = [...changed].sort();
    changed.clear();
    isBusy = true;
    try {
      await onChange(files);
    } finally {
      isBusy = false;
      schedule();
    }
  };
  // People save in real time, also while the local Twilio's clock is virtual.
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET_MILLISECONDS);
  };
  const folders = WATCHED.map((folder) => path.join(projectDirectory, folder));
  const unwatch = watchFolders(folders, (file) => {
    if (isTemporary(file)) return;
    changed.add(path.relative(projectDirectory, file).split(path.sep).join('/'));
    schedule();
  });
  return {
    stop: () => {
      clearTimeout(timer);
      unwatch();
    },
  };
}

/** Swap and backup files of editors, and whatever else is no source. */
function isTemporary(file: string): boolean {
  const base = path.basename(file);
  return !/\.(ts|json)$/.test(base) || base.startsWith('.');
}
