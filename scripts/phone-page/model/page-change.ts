import { assertNever } from '../../../studio/model/assert-never';
import type { ClockView, LogRow, PageCall, PageState, TextMessage } from './page-state';

/** What is new of a call: lists grow by what is here, everything else is replaced. */
export interface CallMove {
  readonly now: Partial<Omit<PageCall, 'sid' | 'entries' | 'steps' | 'requests'>>;
  readonly entries: PageCall['entries'];
  readonly steps: PageCall['steps'];
  readonly requests: PageCall['requests'];
}

/** One thing that changed. The server keeps the state by the same changes that it sends to the browsers. */
export type PageChange =
  | { readonly kind: 'clock'; readonly clock: ClockView }
  | { readonly kind: 'call-began'; readonly call: PageCall }
  | { readonly kind: 'call-moved'; readonly sid: string; readonly move: CallMove }
  | { readonly kind: 'message'; readonly message: TextMessage }
  /** A row that is new, or takes the place of the one with its id. */
  | { readonly kind: 'logged'; readonly row: LogRow }
  | { readonly kind: 'breakages'; readonly breakages: PageState['breakages'] }
  | { readonly kind: 'flows'; readonly version: number };

/** Older rows and messages are forgotten: nobody scrolls that far, and a page that stays open has to stay fast. */
export const LOG_LENGTH = 300;

/** The state after a change. Pure, and the same on both sides. */
export function applyChange(state: PageState, change: PageChange): PageState {
  switch (change.kind) {
    case 'clock':
      return { ...state, clock: change.clock };
    case 'call-began':
      return { ...state, call: change.call };
    case 'call-moved':
      return state.call?.sid === change.sid ? { ...state, call: moved(state.call, change.move) } : state;
    case 'message':
      return { ...state, messages: [change.message, ...state.messages].slice(0, LOG_LENGTH) };
    case 'logged':
      return { ...state, log: logged(state.log, change.row) };
    case 'breakages':
      return { ...state, breakages: change.breakages };
    case 'flows':
      return { ...state, flowsVersion: change.version };
    default:
      return assertNever(change);
  }
}

function moved(call: PageCall, { now, entries, steps, requests }: CallMove): PageCall {
  return {
    ...call,
    ...now,
    entries: appended(call.entries, entries),
    steps: appended(call.steps, steps),
    requests: appended(call.requests, requests),
  };
}

/** The list itself when nothing is new: a panel draws only what is another list. */
function appended<T>(list: readonly T[], more: readonly T[]): readonly T[] {
  return more.length === 0 ? list : [...list, ...more];
}

function logged(log: readonly LogRow[], row: LogRow): readonly LogRow[] {
  const isKnown = log.some(({ id }) => id === row.id);
  if (isKnown) return log.map((other) => (other.id === row.id ? row : other));
  return [row, ...log].slice(0, LOG_LENGTH);
}
