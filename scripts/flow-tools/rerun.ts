import { statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; this long after the last one it counts as saved. */
const QUIET_MILLISECONDS = 100;

/** File systems tell the time of the last tick of the system's clock. */
const CLOCK_TICK_MILLISECONDS = 20;

/**
 * Runs once, then again whenever one of the files that the run named is saved, until the signal comes. Each run is told which
 * files (absolute paths) were saved since the last; null: it is the first. Folders of the files are watched rather than the
 * files, since editors put a new file in the place of the old one.
 */
export async function rerunOnChange(
  run: (changed: ReadonlySet<string> | null) => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  const saved = new Saved();
  signal.addEventListener('abort', saved.stop, { once: true });
  let changed: ReadonlySet<string> | null = null;
  while (!signal.aborted) {
    const begun = Date.now() - CLOCK_TICK_MILLISECONDS;
    const files = await run(changed);
    const unwatched = files.filter((file) => !watchers.has(path.dirname(file)));
    for (const folder of new Set(unwatched.map((file) => path.dirname(file)))) {
      if (savedAt(folder) !== undefined) watchers.set(folder, watch(folder, saved.noteIn(folder)));
    }
    // Saved while the run went on, before anybody watched.
    for (const file of unwatched) if ((savedAt(file) ?? 0) >= begun) saved.note(file);
    changed = await saved.next(signal);
  }
  for (const watcher of watchers.values()) watcher.close();
  saved.stop();
}

/** When a file or folder was last written, in milliseconds since 1970; undefined when it is not there. */
function savedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** What was saved and not told yet. */
class Saved {
  #files = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #tell: (() => void) | undefined;

  noteIn(folder: string): (event: string, name: string | null) => void {
    return (_event, name) => {
      if (name?.endsWith('.json') === true) this.note(path.join(folder, name));
    };
  }

  note(file: string): void {
    this.#files.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell?.(), QUIET_MILLISECONDS);
  }

  /** The files that were saved, once there are some and nothing is being written. */
  async next(signal: AbortSignal): Promise<ReadonlySet<string>> {
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
        if (this.#files.size > 0) this.#timer = setTimeout(resolve, QUIET_MILLISECONDS);
      });
    }
    const files = this.#files;
    this.#files = new Set();
    return files;
  }

  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#tell?.();
  };
}
