import { warning, type Check } from './check';
import { subflowOf } from './checked-flow';
import { readsBelow } from './reads';
import { endWithout, resultsOf } from './subflow-results';

/**
 * What a parent reads of a subflow is set on every path of the subflow, where its definition is given: otherwise the parent
 * sees a blank on some calls.
 */
export const completeSubflowResults: Check = (flow) =>
  readsBelow(flow, 'widgets').flatMap((read) => {
    const [, name, key] = read.path;
    const widget = flow.byName.get(String(name));
    const subflow = widget === undefined ? undefined : subflowOf(flow, widget);
    if (subflow === undefined) return [];
    if (typeof key !== 'string' || read.isOptional || !resultsOf(subflow).includes(key)) return [];
    const end = endWithout(subflow, key);
    if (end === undefined) return [];
    return [
      warning(
        read.place,
        `"${read.name}" is blank on some calls, as the subflow can end at "${end}" without setting "${key}": set it on every path`,
      ),
    ];
  });
