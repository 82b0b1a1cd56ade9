import { assertNever } from '../../model/assert-never';
import type { Property } from './property';

/** Nobody is left on the line without a word. */
export const noDeadEnd: Property = {
  name: 'no-dead-end',
  statement: 'every path ends with something said, or with the caller’s hang-up',
  violation: ({ execution: { ending, hasCall, isCallOver }, world }) => {
    // What begins without a call may come to one: then somebody is on the line.
    if (ending === null || !hasCall || isCallOver) return null;
    switch (ending.outcome) {
      case 'hung-up':
      case 'stopped':
        return null;
      case 'failed':
        return `Studio stops the call: ${ending.message}`;
      case 'completed':
        return world.hasSpokenSince ? null : 'the call ends without a word: say something on this path';
      default:
        return assertNever(ending);
    }
  },
};
