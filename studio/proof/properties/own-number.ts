import { personOn } from '../arrival';
import { isUnknown, shownText } from '../../model/unknown';
import type { OutgoingRequest, Wait } from '../../model/wait';
import { numbersAskedOfVerify } from '../verify-requests';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';

/** A code that goes to a number which the caller chose proves nothing about the number that calls. */
export const ownNumber: Property = {
  name: 'own-number',
  statement: 'a code is texted, and checked, for the number that calls and no other',
  violation: (arrival) => {
    const person = personOn(arrival);
    const to = numbersAsked(arrival.execution.wait).find((number) => number !== person);
    if (to === undefined) return null;
    const mend = 'pass {{trigger.call.From}} as "to", and nothing else';
    return isUnknown(to)
      ? `a code is asked for a number that is worked out (${shownText(to)}): ${mend}`
      : `a code is asked for a number that is not the caller’s: ${mend}`;
  },
};

function numbersAsked(wait: Wait | null): string[] {
  if (wait?.kind === 'http') return numbersAskedOfVerify(wait.request);
  return wait?.kind === 'function' ? numbersAskedOfOurs(wait.request) : [];
}

/** Our functions want a number: without one they ask for nobody. */
function numbersAskedOfOurs({ url, parameters }: OutgoingRequest): string[] {
  return verifyFunctionOf(url) === null ? [] : [parameters['to'] ?? ''];
}
