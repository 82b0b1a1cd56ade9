import type { JsonObject } from '../../../studio/model/json';
import type { Input } from '../../../studio/model/wait';
import type { Clock, Timer } from '../time/clock';

/** A message that the contact may reply to until the timer ends. */
interface Question {
  readonly outbound: JsonObject;
  readonly timer: Timer;
}

/** The messages that executions wait for a reply to; at most one for each. */
export interface Questions {
  /** `outbound` was sent; after `seconds` without a reply, `onTimeout` runs. */
  readonly ask: (sid: string, outbound: JsonObject, seconds: number, onTimeout: () => void) => void;
  /** A reply, or its absence, with the message that it is about; every other input as it is. */
  readonly complete: (sid: string, input: Input) => Input;
  readonly forget: (sid: string) => void;
}

/** No open questions yet. */
export function createQuestions(clock: Clock): Questions {
  const questions = new Map<string, Question>();
  return {
    ask: (sid, outbound, seconds, onTimeout) => {
      questions.set(sid, { outbound, timer: clock.schedule(seconds * 1000, onTimeout) });
    },
    complete: (sid, input) => {
      const question = questions.get(sid);
      const isAnswer = input.kind === 'timeout' || input.kind === 'incoming-message';
      return question && isAnswer ? { ...input, outbound: question.outbound } : input;
    },
    forget: (sid) => {
      questions.get(sid)?.timer.cancel();
      questions.delete(sid);
    },
  };
}
