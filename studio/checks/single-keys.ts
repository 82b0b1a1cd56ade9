import { parametersOf } from '../model/parameters';
import { widgets as registry } from '../widgets/registry';
import type { CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/** A key stands once in a list of parameters or variables. Not public: which of its values Studio keeps; here the last. */
export const singleKeys: Check = ({ widgets }) => widgets.flatMap(repeatedKeys);

function repeatedKeys({ state, place }: CheckedWidget): readonly Finding[] {
  const lists = Object.entries(registry.get(state.type)?.properties ?? {}).filter(
    ([, spec]) => spec.type === 'parameters',
  );
  return lists.flatMap(([name]) => {
    const seen = new Set<string>();
    return parametersOf(state.properties[name]).flatMap(({ key }, index): readonly Finding[] => {
      const isFirst = !seen.has(key);
      seen.add(key);
      if (isFirst || key === '') return [];
      const message = `"${key}" stands in this list already, only the last value counts: remove one of them`;
      return [warning(`${place}/properties/${name}/${index}/key`, message)];
    });
  });
}
