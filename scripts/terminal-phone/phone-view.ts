import type { Speech } from '../../studio/model/wait';
import type { Entry } from './entry';

/** What the phone shows of the call under way. Plain data; times in milliseconds of the local Twilio's clock. */
export interface CallView {
  readonly startedAt: number;
  /** What is being said, and since when; null while nobody speaks. */
  readonly speaking: {
    readonly speech: Speech;
    readonly seconds: number;
    readonly since: number;
    /** It is the prompt of a gather: a key cuts it short. */
    readonly takesKeys: boolean;
  } | null;
  /** The prompt is over, and the line takes keys. */
  readonly isListening: boolean;
  /** Keys pressed since the last ones were taken, but for those that are lost because nothing takes them. */
  readonly typed: string;
  /** The widget the call is at, `parent/child` inside a subflow; empty before the first step. */
  readonly widget: string;
  /** Widgets that ran and are not in an entry yet. */
  readonly trail: readonly string[];
}

/** The phone: a call, or none. */
export interface PhoneView {
  readonly call: CallView | null;
}

/** A new view, and what there is to tell for good. */
export interface Change {
  readonly view: PhoneView;
  readonly entries: readonly Entry[];
}

/** The phone before its first call. */
export const IDLE_PHONE: PhoneView = { call: null };

/** A call was dialled at `now`. */
export function dialled(from: string, to: string, now: number): Change {
  const call: CallView = {
    startedAt: now,
    speaking: null,
    isListening: false,
    typed: '',
    widget: '',
    trail: [],
  };
  return { view: { call }, entries: [{ kind: 'dialled', seconds: 0, from, to }] };
}

/** Seconds since the call was dialled. */
export function secondsOf(call: CallView, now: number): number {
  return Math.max(0, now - call.startedAt) / 1000;
}
