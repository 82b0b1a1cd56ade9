import type { Speech } from '../../studio/model/wait';
import type { Entry } from './entry';

/** What the phone shows of the call under way. Plain data; times in milliseconds of the local Twilio's clock. */
export interface CallView {
  readonly startedAt: number;
  /** What is being said, and since when; null while nobody speaks. */
  readonly speaking: { readonly speech: Speech; readonly seconds: number; readonly since: number } | null;
  /** The line takes keys: nothing is said any more, and time runs. */
  readonly isListening: boolean;
  /** Keys pressed since the last ones were taken. */
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

/** A key was pressed; it shows until the call takes it. */
export function pressed(view: PhoneView, key: string): PhoneView {
  return view.call === null ? view : { call: { ...view.call, typed: view.call.typed + key } };
}

/** Seconds since the call was dialled. */
export function secondsOf(call: CallView, now: number): number {
  return Math.max(0, now - call.startedAt) / 1000;
}
