import type { RequestResult } from '../../../studio/model/wait';

/** Answers that stand in for Functions and servers, so that a call can be made in which one of them says something strange. */
export interface ScriptedAnswers {
  /** The next requests of executions get these, in order, and no answers left from before; null lets one through. */
  readonly set: (answers: readonly (RequestResult | null)[]) => void;
  /** Every request from now on gets its answer here, unless `set` has one for it; null ends that. */
  readonly setAlways: (answer: (() => Promise<RequestResult>) | null) => void;
  /** The answer for a request, or null to ask as always. */
  readonly take: () => RequestResult | Promise<RequestResult> | null;
}

/** No answers at first: every request is asked. */
export function createScriptedAnswers(): ScriptedAnswers {
  let waiting: (RequestResult | null)[] = [];
  let always: (() => Promise<RequestResult>) | null = null;
  return {
    set: (answers) => {
      waiting = [...answers];
    },
    setAlways: (answer) => {
      always = answer;
    },
    take: () => waiting.shift() ?? always?.() ?? null,
  };
}
