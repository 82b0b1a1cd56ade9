import { drawFlows } from '../../studio/drawing/draw-flows';
import type { DrawnFlow, TakenArrow } from '../../studio/drawing/drawn-flow';
import type { Proof } from '../../studio/proof/prove';
import type { ProofQuestion } from '../../studio/proof/question';

/** A step of the call that is drawn, with names as they are in the flow that it is of. */
interface DrawnStep {
  readonly widget: string;
  readonly isInSubflow: boolean;
  readonly event: string;
  readonly next: string | null;
  readonly number: number;
}

/**
 * A proof as an SVG picture: each flow at its canvas offsets, what the proof visited, what is protected, and the call that shows
 * the first violation, numbered through parent and subflow.
 */
export function drawProof({ parent, subflows, protectedWidgets }: ProofQuestion, proof: Proof): string {
  const steps = stepsOf(proof);
  const drawn: DrawnFlow[] = [
    {
      name: 'parent',
      definition: parent.definition,
      visited: visitedIn(proof, false),
      takenArrows: steps.filter(({ isInSubflow }) => !isInSubflow).map(arrowOf),
      protectedWidgets,
    },
    // The same subflow may be run by several widgets; one picture of it is enough.
    ...[...new Set([...subflows.values()].map((flow) => flow.definition))].map((definition, index) => ({
      name: `subflow-${String(index + 1)}`,
      definition,
      visited: visitedIn(proof, true),
      takenArrows: steps.filter(({ isInSubflow }) => isInSubflow).map(arrowOf),
    })),
  ];
  return drawFlows(drawn, { title: `Proof: ${proof.status}` });
}

function visitedIn({ visited }: Proof, isInSubflow: boolean): ReadonlySet<string> {
  return new Set(visited.filter((seen) => seen.isInSubflow === isInSubflow).map(({ widget }) => widget));
}

function stepsOf({ violations }: Proof): DrawnStep[] {
  const log = violations[0]?.edges.flatMap((edge) => edge.log) ?? [];
  return log
    .filter((entry) => entry.kind === 'step')
    .map(({ widget, frames, event, next }, index) => {
      const frame = frames.at(-1);
      const isInSubflow = frames.length > 1;
      // Inside a subflow both names begin with that of the widget that runs it.
      const prefix = isInSubflow ? `${frames[0]?.widget ?? ''}/` : '';
      return {
        widget: frame?.widget ?? widget,
        isInSubflow,
        event,
        next: next === null ? null : next.slice(prefix.length),
        number: index + 1,
      };
    });
}

function arrowOf({ widget, event, next, number }: DrawnStep): TakenArrow {
  return { from: widget, event, to: next, number };
}
