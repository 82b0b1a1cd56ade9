import { createListeners } from '../listeners';

/** The two counts at one moment. */
export interface TrafficCounts {
  readonly inProgress: number;
  readonly held: number;
}

/** How busy the server is: a virtual clock may only jump while every request under way is held. */
export interface Traffic {
  /** Requests that have arrived and are not answered yet, the held ones included. */
  readonly inProgress: () => number;
  /** Requests whose work is done and whose answer waits for the clock, because of a delay fault. */
  readonly held: () => number;
  /** Counts a request from its arrival; call the answer once when it has ended. */
  readonly begin: () => () => void;
  /** Counts a request as held; call the answer once when the clock lets it go. */
  readonly hold: () => () => void;
  /** Tells of every change of the two counts; call the answer to stop listening. */
  readonly onChange: (listener: (counts: TrafficCounts) => void) => () => void;
}

/** A server without requests. Make it before the server where a clock has to know it first. */
export function createTraffic(): Traffic {
  const counts = { inProgress: 0, held: 0 };
  const listeners = createListeners<TrafficCounts>();
  const change = (key: keyof typeof counts, by: number): void => {
    counts[key] += by;
    listeners.tell({ ...counts });
  };
  const count = (key: keyof typeof counts) => () => {
    change(key, 1);
    return () => change(key, -1);
  };
  return {
    inProgress: () => counts.inProgress,
    held: () => counts.held,
    begin: count('inProgress'),
    hold: count('held'),
    onChange: listeners.add,
  };
}
