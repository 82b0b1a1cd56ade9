import type { RequestResult } from '../../studio/model/wait';

/** One thing that the person with the phone does, or waits for. */
export type CallStep =
  /** Listens, silent, until a text that fits has been said to its end. */
  | { readonly kind: 'hears'; readonly pattern: RegExp }
  /** The same, but does not wait for its end. */
  | { readonly kind: 'beginsToHear'; readonly pattern: RegExp }
  /** Presses keys as soon as they are taken; may hold placeholders such as `{code}`. */
  | { readonly kind: 'presses'; readonly keys: string }
  /** Lets the question that is or comes next go unanswered. */
  | { readonly kind: 'silent' }
  /** Hangs up at once. */
  | { readonly kind: 'hangsUp' };

/** A call, written down: who calls, and what they do in which order. Afterwards they stay silent to the end. */
export interface CallScript {
  /** E.164, or `anonymous` for a withheld number. */
  readonly from: string;
  /** Which number is called, in E.164; the account's first one when left out. */
  readonly to?: string;
  readonly steps: readonly CallStep[];
  /** True: a call that ends before the last step went well all the same. False by default. */
  readonly mayEndEarly?: boolean;
  /**
   * What the requests of the flow are answered with, in order, instead of asking; null asks as always. This is how a proof
   * writes down what a function would have to do.
   */
  readonly answers?: readonly (RequestResult | null)[];
}

/**
 * What may stand for a code in `presses`: the newest one texted to the caller, a wrong one of the same length, one of
 * an earlier verification of the caller, and one of another number.
 */
export const CODE_PLACEHOLDERS = ['code', 'wrongCode', 'oldCode', 'otherCode'] as const;

/** A placeholder's name, without its braces. */
export type CodePlaceholder = (typeof CODE_PLACEHOLDERS)[number];
