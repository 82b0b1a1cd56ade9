import type { RequestResult } from '../../../studio/model/wait';

/** Answers that stand in for Functions and servers, so that a call can be made in which one of them says something strange. */
export interface ScriptedAnswers {
  /** The next requests of executions get these, in order; null lets one through. */
  readonly add: (answers: readonly (RequestResult | null)[]) => void;
  /** The answer for a request, or null to ask as always. */
  readonly take: () => RequestResult | null;
}

/** No answers at first: every request is asked. */
export function createScriptedAnswers(): ScriptedAnswers {
  const waiting: (RequestResult | null)[] = [];
  return {
    add: (answers) => {
      waiting.push(...answers);
    },
    take: () => waiting.shift() ?? null,
  };
}
