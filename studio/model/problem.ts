/**
 * Something wrong in a flow definition. All problems of a flow are reported at once, in document order;
 * a check never throws.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The check that found it, in kebab-case: stable, so that tools can filter on it. */
  readonly rule: string;
  /** JSON pointer as Twilio writes it, 0-based: `#/states/3/properties/timeout`. */
  readonly place: string;
  /** One sentence that says what is wrong and what should be there instead. */
  readonly message: string;
}
