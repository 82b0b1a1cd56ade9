/** Time and chance, passed in so that tests need neither. */
export interface Time {
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  /** Runs `action` after `milliseconds`; the result cancels it. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
  /** At least 0, less than 1. */
  readonly random: () => number;
}

/** The real thing. */
export const systemTime: Time = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
};

/** Resolves after `milliseconds`. */
export async function pause(time: Time, milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    time.after(milliseconds, resolve);
  });
}

/** The result of `work`, or `late` when it is not there after `milliseconds`. Work that is late goes on unheard. */
export async function within<T>(time: Time, milliseconds: number, work: Promise<T>, late: T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = time.after(milliseconds, () => {
      resolve(late);
    });
    work.then(resolve, reject).finally(cancel);
  });
}
