import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { Executions } from './executions';

/** https://www.twilio.com/docs/studio/user-guide/studio-faq */
const MAXIMUM_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** What ending them needs. */
export interface OverdueWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly executions?: Executions;
}

/**
 * Ends the executions that have been active for 30 days. It is asked for whenever somebody is about to look at executions,
 * rather than by a timer: a virtual clock with nothing else to do would jump there.
 */
export function endOverdue({ store, clock, executions }: OverdueWorld): void {
  const latest = clock.now() - MAXIMUM_MILLISECONDS;
  for (const { sid, dateCreated, state } of store.executions.values()) {
    if (state.ending === null && dateCreated <= latest) executions?.resume(sid, { kind: 'end' });
  }
}
