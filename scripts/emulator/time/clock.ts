/** A moment in milliseconds since 1970. */
export type Milliseconds = number;

/** A thing that will happen unless it is cancelled first. */
export interface Timer {
  readonly cancel: () => void;
}

/** The time of the local Twilio. Everything in it that has a date, a delay or an expiry asks this one clock. */
export interface Clock {
  readonly now: () => Milliseconds;
  /** Runs `action` once, after `delay` milliseconds. */
  readonly schedule: (delay: Milliseconds, action: () => void) => Timer;
  /** Tells the clock about work in the real world (an HTTP request under way): virtual time stands still meanwhile. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
}
