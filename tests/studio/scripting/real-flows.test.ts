import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { countOf, realFlows } from '../../support/real-flows';
import { walk, wiredDoors } from './walk';

const flows = realFlows();

/** One way into a flow, in one of the worlds; without a definition where the flow cannot be read. */
interface Way {
  readonly file: string;
  readonly door: string;
  readonly first: number;
  readonly definition: FlowDefinition | null;
}

/** Every door of every flow, in four worlds each. */
const walks = flows.flatMap(({ file, json }): Way[] => {
  const parsed = parseFlow(json);
  if (!parsed.ok) return [{ file, door: 'none', first: 0, definition: null }];
  return wiredDoors(parsed.flow).flatMap((door) =>
    [0, 1, 2, 3].map((first) => ({ file, door, first, definition: parsed.flow })),
  );
});

test(`real flows (${countOf(flows)}) run from each trigger to an end (${String(walks.length)} ways)`, () => {
  const stuck = walks.flatMap(({ file, door, first, definition }) => {
    if (definition === null) return [`${file}: cannot be read`];
    const { ended, error, steps } = walk(definition, door, first);
    const isOver = (ended === 'completed' || ended === 'hungUp') && error === undefined;
    return isOver
      ? []
      : [
          `${file} from ${door} (${String(first)}): ${ended} at ${steps.at(-1)?.widget ?? '-'}: ${error ?? ''}`,
        ];
  });
  expect(stuck).toEqual([]);
});
