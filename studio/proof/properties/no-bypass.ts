import { parentWidgets, personOn } from '../arrival';
import type { Property } from './property';

/** What this project exists for. */
export const noBypass: Property = {
  name: 'no-bypass',
  statement: 'a protected widget is entered only if Verify approved this caller’s number in this call',
  violation: (arrival, { protectedWidgets }) => {
    const entered = parentWidgets(arrival).find((widget) => protectedWidgets.includes(widget));
    if (entered === undefined) return null;
    const { approvedNumber } = arrival.world;
    if (approvedNumber !== '' && approvedNumber === personOn(arrival)) return null;
    const instead = approvedNumber === '' ? 'Verify approved nothing' : 'Verify approved another number';
    return `"${entered}" is reached although ${instead} in this call: lead to it only where the status is "approved"`;
  },
};
