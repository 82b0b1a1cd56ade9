import { isUnknown, shownText } from '../../model/unknown';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';

/** A code that goes to a number which the caller chose proves nothing about the number that calls. */
export const ownNumber: Property = {
  name: 'own-number',
  statement: 'a code is texted, and checked, for the number that calls and no other',
  violation: ({ execution: { wait }, caller }) => {
    if (wait?.kind !== 'function' || verifyFunctionOf(wait.request.url) === null) return null;
    const { to = '' } = wait.request.parameters;
    if (to === caller) return null;
    const mend = 'pass {{trigger.call.From}} as "to", and nothing else';
    return isUnknown(to)
      ? `a code is asked for a number that is worked out (${shownText(to)}): ${mend}`
      : `a code is asked for a number that is not the caller’s: ${mend}`;
  },
};
