import type { Channel } from '../requests.private';
import type { ProblemCode } from './problems.private';

/** A code to be sent. */
export interface ToSend {
  /** E.164. */
  readonly to: string;
  readonly channel: Channel;
  readonly locale?: string;
  /** For an engine that does not make codes itself. */
  readonly code?: string;
  /** How long the code is valid, for the text. */
  readonly minutes: number;
  /** Seconds after which it is of no use any more, for Twilio. */
  readonly seconds: number;
  readonly requestId: string;
}

/** What became of a text. `maybe_sent`: the answer was lost; nothing is ever sent twice because of that. */
export type SendResult =
  | { readonly kind: 'sent' | 'maybe_sent' }
  | {
      readonly kind: 'refused';
      readonly code: Extract<
        ProblemCode,
        'invalid_number' | 'unreachable' | 'channel_not_available' | 'temporarily_unavailable'
      >;
      readonly twilioCode?: number;
    };

/** What became of a guess that the engine compared; `gone`: it has no code to compare with any more. */
export type CheckResult = 'right' | 'wrong' | 'gone' | 'locked' | 'unavailable';

/** Hands a text over to Twilio, at most once. */
export type Sender = (text: ToSend) => Promise<SendResult>;

/** Compares a guess that was counted before, where the record itself has nothing to compare with. */
export type Checker = (guess: { readonly to: string; readonly code: string }) => Promise<CheckResult>;

/** Twilio's words for "something broke on our side"; each is explained at https://www.twilio.com/docs/api/errors/<code>. */
const BROKEN_CODES: ReadonlySet<number> = new Set([20500, 20503, 20504]);

/**
 * Whether a text may have left although Twilio did not accept it: its own failure, or an answer without a code of Twilio's (0).
 * Not public: whether Twilio ever acts and then answers so. Taken for possible, since a text is never to be sent twice.
 */
export function mayHaveActed(twilioCode: number): boolean {
  return twilioCode === 0 || BROKEN_CODES.has(twilioCode);
}
