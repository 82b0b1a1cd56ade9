import { assertNever } from '../../../studio/model/assert-never';
import type { Speech } from '../../../studio/model/wait';
import type { Timer } from '../time/clock';
import type { Gathering } from './gathering';
import type { LineState } from './line';

/** What a line is busy with. */
export type Activity =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'speaking'; readonly speech: Speech; readonly timer: Timer }
  | { readonly kind: 'collecting'; readonly gathering: Gathering }
  | { readonly kind: 'over' };

/** The same, as it can be seen from outside. */
export function stateOf(activity: Activity): LineState {
  switch (activity.kind) {
    case 'speaking':
      return { kind: 'speaking', speech: activity.speech };
    case 'collecting':
      return collecting(activity.gathering);
    case 'waiting':
    case 'over':
      return { kind: activity.kind };
    default:
      return assertNever(activity);
  }
}

function collecting({ isOver, isPrompting, keys }: Gathering): LineState {
  return isOver ? { kind: 'waiting' } : { kind: 'collecting', isPrompting, keys };
}
