import type { StepResult } from '../deployment/plan/run-steps';

/** Results in the order in which they came, each handed out once. */
export interface ResultQueue {
  readonly add: (result: StepResult) => void;
  /** The next result, as soon as there is one; null when none will come any more. */
  readonly next: () => Promise<StepResult | null>;
  /** Says that none will come any more. */
  readonly close: () => void;
}

/** An empty queue. */
export function resultQueue(): ResultQueue {
  const results: StepResult[] = [];
  const waiting: ((result: StepResult | null) => void)[] = [];
  let isClosed = false;
  return {
    add: (result) => {
      const receiver = waiting.shift();
      if (receiver === undefined) results.push(result);
      else receiver(result);
    },
    next: async () => {
      const result = results.shift();
      if (result !== undefined || isClosed) return result ?? null;
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => {
      isClosed = true;
      for (const receiver of waiting.splice(0)) receiver(null);
    },
  };
}
