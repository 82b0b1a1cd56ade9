/** What ends the collecting of keys, apart from silence. */
export interface GatherRules {
  /** The key that ends the input and is not part of it; empty: no key does. */
  readonly finishOnKey: string;
  /** Ends the input when reached; null: any number. */
  readonly numberOfDigits: number | null;
}

/**
 * - `more`: collecting goes on, with these digits so far.
 * - `submitted`: the input is complete.
 * - `empty`: the finish key came first. That is no input: Twilio then asks no action URL but goes on with the verb
 *   after the Gather, just as when nobody pressed a key (https://www.twilio.com/docs/voice/twiml/gather#timeout).
 */
export type GatherResult =
  | { readonly kind: 'more'; readonly digits: string }
  | { readonly kind: 'submitted'; readonly digits: string }
  | { readonly kind: 'empty' };

/** Takes one key (`0-9 * #`), as TwiML's Gather does (https://www.twilio.com/docs/voice/twiml/gather). */
export function takeKey(rules: GatherRules, digits: string, key: string): GatherResult {
  if (key === rules.finishOnKey) {
    return digits === '' ? { kind: 'empty' } : { kind: 'submitted', digits };
  }
  const longer = digits + key;
  if (rules.numberOfDigits !== null && longer.length >= rules.numberOfDigits) {
    return { kind: 'submitted', digits: longer };
  }
  return { kind: 'more', digits: longer };
}

/** What becomes of the keys when no other follows in time: those pressed so far count. */
export function timeOut(digits: string): Exclude<GatherResult, { kind: 'more' }> {
  return digits === '' ? { kind: 'empty' } : { kind: 'submitted', digits };
}
