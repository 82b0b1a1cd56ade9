import { withoutChannel } from './inbox';

/** What becomes of a text on its way to a phone. */
export type TextOutcome =
  | { readonly status: 'delivered' }
  /** The carrier has it, or never got it, and this is why: `errorCode` is Twilio's. */
  | { readonly status: 'undelivered' | 'failed'; readonly errorCode: number };

/** How a simulated phone takes what comes from outside. */
export interface PhoneHabits {
  /**
   * What a call meets: `answer` (after a few seconds), `ring` (until somebody picks up by hand or the call gives up),
   * `busy`, or `failed` (no such line).
   */
  readonly calls: 'answer' | 'ring' | 'busy' | 'failed';
  /** The keys pressed for one Gather after the other, each when its prompt is over; an empty text is silence. */
  readonly keys: readonly string[];
  /** Null: texts arrive, unless the number is a landline. */
  readonly texts: TextOutcome | null;
}

/** The habits of all phones, by number. */
export interface Phones {
  readonly habitsOf: (address: string) => PhoneHabits;
  /** Changes some of a phone's habits, from the next call or text on. */
  readonly behave: (number: string, habits: Partial<PhoneHabits>) => void;
}

const USUAL: PhoneHabits = { calls: 'answer', keys: [], texts: null };

/** Phones that answer every call, press no key and get every text. */
export function createPhones(): Phones {
  const byNumber = new Map<string, PhoneHabits>();
  const habitsOf = (address: string): PhoneHabits => byNumber.get(withoutChannel(address)) ?? USUAL;
  return {
    habitsOf,
    behave: (number, habits) => {
      byNumber.set(number, { ...habitsOf(number), ...habits });
    },
  };
}
