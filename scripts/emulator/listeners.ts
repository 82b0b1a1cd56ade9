/** Whoever wants to know of something. Listeners are told in the order they came, at once. */
export interface Listeners<T> {
  /** Tells `listener` of everything from now on; call the answer to stop. */
  readonly add: (listener: (event: T) => void) => () => void;
  readonly tell: (event: T) => void;
}

/** A set of listeners, empty at first. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
  };
}
