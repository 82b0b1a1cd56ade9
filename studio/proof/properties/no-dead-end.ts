import { assertNever } from '../../model/assert-never';
import type { Property } from './property';

/** Nobody is left on the line without a word. */
export const noDeadEnd: Property = {
  name: 'no-dead-end',
  statement: 'every path ends with something said, or with the caller’s hang-up',
  isOfCalls: true,
  violation: ({ execution: { ending }, world }) => {
    if (ending === null) return null;
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
