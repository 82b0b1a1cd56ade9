import { drawFlows } from '../../studio/drawing/draw-flows';
import type { DrawnFlow, TakenArrow } from '../../studio/drawing/drawn-flow';
import type { Proof } from '../../studio/proof/prove';
import type { ProofQuestion } from '../../studio/proof/question';

/** A step of the call that is drawn: `widget` is `parentWidget/childWidget` inside a subflow. */
interface DrawnStep {
  readonly widget: string;
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
      visited: new Set(proof.visited.filter((widget) => !widget.includes('/'))),
      takenArrows: steps.filter(({ widget }) => !widget.includes('/')).map(arrowOf),
      protectedWidgets,
    },
    // The same subflow may be run by several widgets; one picture of it is enough.
    ...[...new Set([...subflows.values()].map((flow) => flow.definition))].map((definition, index) => ({
      name: `subflow-${String(index + 1)}`,
      definition,
      visited: new Set(proof.visited.flatMap((widget) => widget.split('/')[1] ?? [])),
      takenArrows: steps.filter(({ widget }) => widget.includes('/')).map(arrowOf),
    })),
  ];
  return drawFlows(drawn, { title: `Proof: ${proof.status}` });
}

function stepsOf({ violations }: Proof): DrawnStep[] {
  const log = violations[0]?.edges.flatMap((edge) => edge.log) ?? [];
  return log
    .filter((entry) => entry.kind === 'step')
    .map(({ widget, event, next }, index) => ({ widget, event, next, number: index + 1 }));
}

function arrowOf({ widget, event, next, number }: DrawnStep): TakenArrow {
  return { from: nameIn(widget), event, to: next === null ? null : nameIn(next), number };
}

/** A widget's name in its own flow. */
function nameIn(path: string): string {
  return path.split('/').at(-1) ?? path;
}
