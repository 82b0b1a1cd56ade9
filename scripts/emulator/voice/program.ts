import type { Input } from '../../../studio/model/wait';
import type { Call } from '../entities/call';
import type { TwimlNote } from '../twiml/verbs';
import type { CallLine } from './call-line';

/** What decides what is heard on a call: a flow, or TwiML. It speaks through the line and is told what happens there. */
export interface Program {
  readonly resume: (input: Input) => void;
  /** Another program has the call now. */
  readonly stop?: () => void;
}

/** A live call: its resource, its line, and who decides on it. */
export interface LiveCall {
  readonly call: Call;
  readonly line: CallLine;
  /** From now on the program is told what happens on the line. */
  readonly hand: (program: Program) => void;
  /** Takes what Twilio would write into the call's log. */
  readonly note: (note: TwimlNote) => void;
}

/** Where the instructions of a call come from. */
export interface InstructionsUrl {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Asked when the other one fails; empty: nobody. */
  readonly fallbackUrl: string;
  readonly fallbackMethod: 'GET' | 'POST';
}
