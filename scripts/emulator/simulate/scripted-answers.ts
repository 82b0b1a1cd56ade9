import type { RequestResult } from '../../../studio/model/wait';

/** Answers that stand in for Functions and servers, so that a call can be made in which one of them says something strange. */
export interface ScriptedAnswers {
  /** The next requests of executions get these, in order, and no answers left from before; null lets one through. */
  readonly set: (answers: readonly (RequestResult | null)[]) => void;
  /** The answer for a request, or null to ask as always. */
  readonly take: () => RequestResult | null;
}

/** No answers at first: every request is asked. */
export function createScriptedAnswers(): ScriptedAnswers {
  let waiting: (RequestResult | null)[] = [];
  return {
    set: (answers) => {
      waiting = [...answers];
    },
    take: () => waiting.shift() ?? null,
  };
}
