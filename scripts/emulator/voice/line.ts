import type { Ending, LogEntry } from '../../../studio/model/execution';
import type { Speech } from '../../../studio/model/wait';
import type { Message } from '../entities/message';
import type { RequestEvent } from '../executions/execution-events';

/** What the person with the phone can do, and what the line is doing. */
export interface PhoneCall {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  /** What the line is doing now. */
  readonly state: () => LineState;
  /** Everything that happens from now on, in order; call the answer to stop listening. */
  readonly listen: (listener: (event: LineEvent) => void) => () => void;
  /**
   * Presses keys (`0-9 * #`), one after the other. While nothing collects keys they are lost, as on a real call.
   * Keys pressed during a prompt cut it short (barge-in).
   */
  readonly press: (keys: string) => void;
  readonly hangUp: () => void;
}

/**
 * - `waiting`: ringing, or Studio is busy between two things to say.
 * - `speaking`: something is said and no key is taken.
 * - `collecting`: keys are taken; `isPrompting` while the prompt is still being said.
 */
export type LineState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'speaking'; readonly speech: Speech }
  | { readonly kind: 'collecting'; readonly isPrompting: boolean; readonly keys: string }
  | { readonly kind: 'over' };

/** What can be heard and seen of a call. Times are in the local Twilio's clock. */
export type LineEvent =
  | { readonly kind: 'answered' }
  /** Somebody starts to speak; it takes `seconds`. `takesKeys`: it is the prompt of a gather. */
  | {
      readonly kind: 'speaking';
      readonly speech: Speech;
      readonly seconds: number;
      readonly takesKeys: boolean;
    }
  /** It has been said to its end. Not reported when keys or a hang-up cut it short. */
  | { readonly kind: 'spoken'; readonly speech: Speech }
  /** The prompt is over and the line waits for keys. */
  | { readonly kind: 'listening'; readonly timeoutSeconds: number }
  /** The caller's keys were taken; none when the key that ends the input came first. */
  | { readonly kind: 'keys'; readonly digits: string }
  /** Nobody pressed a key in time. */
  | { readonly kind: 'silence' }
  /** Studio asked a Function, and got its answer (null: none in time). */
  | RequestEvent
  /** A text message reached the caller's phone. */
  | { readonly kind: 'message'; readonly message: Message }
  /** A step of the flow ended, or Studio warned. */
  | { readonly kind: 'log'; readonly entry: LogEntry }
  /**
   * The flow is over, and the call with it. After a hang-up this comes when the flow has noticed: one that waits
   * for a Function first takes its answer. `result`: what the last subflow returned, empty when none completed.
   */
  | { readonly kind: 'over'; readonly ending: Ending; readonly result: Readonly<Record<string, string>> };
