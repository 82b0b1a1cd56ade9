import type { Milliseconds, Timer } from './clock';

/** Timers in the order they fire: earliest first, and for the same moment in the order they were added. */
export interface TimerQueue {
  readonly add: (at: Milliseconds, action: () => void) => Timer;
  /** When the next timer fires; null when none is left. */
  readonly nextAt: () => Milliseconds | null;
  /** Takes the next timer out and answers its action; undefined when none is left. */
  readonly take: () => (() => void) | undefined;
}

interface Entry {
  readonly at: Milliseconds;
  readonly order: number;
  readonly action: () => void;
  isCancelled: boolean;
}

/** A queue without timers. A binary heap, so that ten thousand open calls do not slow each other down. */
export function createTimerQueue(): TimerQueue {
  const heap: Entry[] = [];
  let added = 0;
  // A cancelled timer stays where it is until it comes first: finding it earlier would cost more than it frees.
  const first = (): Entry | undefined => {
    while (heap[0]?.isCancelled === true) removeFirst(heap);
    return heap[0];
  };
  return {
    add: (at, action) => {
      added += 1;
      const entry: Entry = { at, order: added, action, isCancelled: false };
      insert(heap, entry);
      return {
        cancel: () => {
          entry.isCancelled = true;
        },
      };
    },
    nextAt: () => first()?.at ?? null,
    take: () => {
      const entry = first();
      if (entry === undefined) return undefined;
      removeFirst(heap);
      return entry.action;
    },
  };
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function insert(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || isBefore(parent, entry)) return;
    heap[index] = parent;
    heap[parentIndex] = entry;
    index = parentIndex;
  }
}

function removeFirst(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  heap[0] = last;
  for (;;) {
    const childIndex = earlierChild(heap, index);
    const child = heap[childIndex];
    if (child === undefined || isBefore(last, child)) return;
    heap[index] = child;
    heap[childIndex] = last;
    index = childIndex;
  }
}

function earlierChild(heap: readonly Entry[], index: number): number {
  const left = 2 * index + 1;
  const [a, b] = [heap[left], heap[left + 1]];
  return a !== undefined && b !== undefined && isBefore(b, a) ? left + 1 : left;
}
