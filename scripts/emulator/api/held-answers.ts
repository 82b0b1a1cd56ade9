import type { Clock } from '../time/clock';
import type { Traffic } from './traffic';

/** Answers that a delay fault holds back until the clock gets there. */
export interface HeldAnswers {
  /** Ends after that time of the local Twilio's clock. */
  readonly hold: (milliseconds: number) => Promise<void>;
  /** Lets all of them go at once: the server closes, and nobody is there to hear them. */
  readonly letAllGo: () => void;
}

/** No held answers yet. */
export function createHeldAnswers(clock: Clock, traffic: Traffic): HeldAnswers {
  const letGos = new Set<() => void>();
  return {
    hold: (milliseconds) =>
      new Promise((resolve) => {
        const release = traffic.hold();
        const letGo = (): void => {
          if (!letGos.delete(letGo)) return;
          timer.cancel();
          release();
          resolve();
        };
        letGos.add(letGo);
        const timer = clock.schedule(milliseconds, letGo);
      }),
    letAllGo: () => {
      for (const letGo of [...letGos]) letGo();
    },
  };
}
