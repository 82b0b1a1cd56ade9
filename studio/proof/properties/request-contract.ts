import type { FlowDefinition } from '../../model/flow-definition';
import { parametersOf } from '../../model/parameters';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';
import { brokenPart, RESULT_KEYS } from './verify-result';

/** Whoever begins an execution by REST can rely on what it leaves, however it ends. */
export const requestContract: Property = {
  name: 'request-contract',
  statement:
    'a flow that the REST API begins, and that checks codes itself, ends with the same variables as the subflow, however it ends',
  violation: (arrival, { parent }) => {
    const { trigger, ending, frames } = arrival.execution;
    const [frame] = frames;
    if (trigger.kind !== 'request' || ending === null || frame === undefined) return null;
    if (!leavesResult(parent.definition)) return null;
    return brokenPart(arrival, 'the flow', frame.variables, arrival.caller);
  },
};

/** Whether a flow verifies by itself and says so in variables, as ours does; others have contracts of their own. */
export function leavesResult({ states }: FlowDefinition): boolean {
  const set = states.flatMap(({ properties }) => parametersOf(properties['variables']).map(({ key }) => key));
  const checks = states.some(({ properties: { url } }) =>
    typeof url === 'string' ? verifyFunctionOf(url) === 'check' : false,
  );
  return checks && RESULT_KEYS.slice(0, 2).every((key) => set.includes(key));
}
