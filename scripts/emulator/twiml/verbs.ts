import type { Speech } from '../../../studio/model/wait';

/** A step of a TwiML document, ready to be done on a call (https://www.twilio.com/docs/voice/twiml). */
export type Verb =
  /** Say, Play or Pause. */
  | { readonly kind: 'speech'; readonly speech: Speech }
  | GatherVerb
  | { readonly kind: 'redirect'; readonly url: string; readonly method: 'GET' | 'POST' }
  | { readonly kind: 'hangup' }
  | { readonly kind: 'reject'; readonly reason: 'rejected' | 'busy' };

/** Collects keys (https://www.twilio.com/docs/voice/twiml/gather). */
export interface GatherVerb {
  readonly kind: 'gather';
  /** What is said meanwhile; empty: nothing. */
  readonly prompt: Speech;
  readonly timeoutSeconds: number;
  readonly finishOnKey: string;
  readonly numberOfDigits: number | null;
  /** Relative to the document, or empty: the document's own address. */
  readonly action: string;
  readonly method: 'GET' | 'POST';
  /** Asks the action also when no key was pressed. */
  readonly actionOnEmptyResult: boolean;
}

/** Something that Twilio would write into the call's log, or that is not imitated here (then without a code). */
export interface TwimlNote {
  /** Its page: https://www.twilio.com/docs/api/errors/12200. */
  readonly code: number | null;
  readonly message: string;
}
