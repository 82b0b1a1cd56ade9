import { MAXIMUM_ANSWER_BYTES } from '../model/limits';
import type { OutgoingRequest, RequestResult } from '../model/wait';
import type { AnswerRule } from './flow-script';

/** The answers of a script while they are used up. */
export interface AnswerTable {
  /** What the request is answered next; undefined when no rule has anything left for it. */
  readonly answer: (request: OutgoingRequest) => RequestResult | undefined;
}

/** A table with nothing used yet. The first rule that matches and has an answer left gives it. */
export function answerTable(rules: readonly AnswerRule[]): AnswerTable {
  const used = rules.map(() => 0);
  return {
    answer: ({ url }) => {
      const index = rules.findIndex((rule, nth) => rule.url.test(url) && hasMore(rule, used[nth] ?? 0));
      const rule = rules[index];
      if (rule === undefined) return undefined;
      const nth = used[index] ?? 0;
      used[index] = nth + 1;
      const answer = rule.answers[Math.min(nth, rule.answers.length - 1)];
      return answer && asStudioReads(answer);
    },
  };
}

function hasMore({ answers, repeats }: AnswerRule, used: number): boolean {
  return answers.length > 0 && (repeats || used < answers.length);
}

/** An answer as Studio takes it: none that is too large. */
export function asStudioReads(answer: RequestResult): RequestResult {
  if ('failure' in answer) return answer;
  const { length } = new TextEncoder().encode(answer.body);
  return length > MAXIMUM_ANSWER_BYTES ? { failure: 'too-large' } : answer;
}
