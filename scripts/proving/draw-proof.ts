import { drawFlows } from '../../studio/drawing/draw-flows';
import type { Banner, DrawnFlow, TakenArrow } from '../../studio/drawing/drawn-flow';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Proof } from '../../studio/proof/prove';
import type { ProofQuestion } from '../../studio/proof/question';
import { parsePlaceholder } from '../../studio/wiring/placeholder';

/** A step of the call that is drawn, with names as they are in the flow that it is of. */
interface DrawnStep {
  readonly widget: string;
  readonly isInSubflow: boolean;
  readonly event: string;
  readonly next: string | null;
  readonly number: number;
  /** The widget that runs the subflow; none in the parent. */
  readonly runBy: string;
}

/** What the picture cannot know of the flows by themselves. */
export interface ProofPictureOptions {
  /** What the parent was read from: a description may be copied, a file's name is its own; default: `parent`. */
  readonly parentSource?: string;
}

/**
 * A proof as an SVG picture: the verdict above all, each flow at its canvas offsets, what the proof visited, what is protected, and
 * the call that shows the first violation, numbered through parent and subflow.
 */
export function drawProof(
  { parent, subflows, protectedWidgets }: ProofQuestion,
  proof: Proof,
  { parentSource = 'parent' }: ProofPictureOptions = {},
): string {
  const steps = stepsOf(proof);
  const drawn: DrawnFlow[] = [
    {
      name: 'parent',
      source: parentSource,
      definition: parent.definition,
      ...marksOf(proof, steps, false),
      protectedWidgets,
    },
    ...namedSubflows(subflows).map(([source, definition], index) => ({
      name: `subflow-${String(index + 1)}`,
      source,
      definition,
      ...marksOf(proof, steps, true),
    })),
  ];
  return drawFlows(drawn, {
    title: `Proof: ${proof.status}`,
    banner: bannerOf(proof),
    visitedLabel: 'calls come here',
    unvisitedLabel: proof.isComplete ? 'no call comes here' : 'not reached before the proof stopped',
  });
}

function bannerOf({ status, violations, reasons }: Proof): Banner {
  if (status === 'proven') {
    return { verdict: 'good', title: 'Proven', text: 'Nobody reaches a protected widget unverified.' };
  }
  if (status === 'not-proven') {
    const [reason = ''] = reasons;
    const count = reasons.length > 1 ? `, for ${String(reasons.length)} reasons` : '';
    return { verdict: 'doubtful', title: `Not proven${count}`, text: capital(reason) };
  }
  const properties = [...new Set(violations.map(({ property }) => property))];
  return {
    verdict: 'bad',
    title: `Refuted: ${properties.join(', ')}`,
    text: capital(violations[0]?.message ?? ''),
  };
}

/** The same subflow may be run by several widgets, under its placeholder and its SID; one picture of it is enough. */
function namedSubflows(subflows: ProofQuestion['subflows']): (readonly [string, FlowDefinition])[] {
  const names = new Map<FlowDefinition, string>();
  for (const [sid, { definition }] of subflows) {
    const placeholder = parsePlaceholder(sid);
    const name = placeholder?.kind === 'FLOW_SID' ? placeholder.flow : sid;
    if (!names.has(definition)) names.set(definition, name);
  }
  return [...names].map(([definition, name]) => [name, definition]);
}

function marksOf(proof: Proof, steps: readonly DrawnStep[], isInSubflow: boolean): Partial<DrawnFlow> {
  const last = steps.at(-1);
  return {
    visited: visitedIn(proof, isInSubflow),
    takenArrows: steps.filter((step) => step.isInSubflow === isInSubflow).map(arrowOf),
    // A proof that stops keeps which widgets were come to, not by which arrows.
    isPartlyKnown: steps.length > 0 && !proof.isComplete,
    ...(last?.isInSubflow === isInSubflow && { wrongEnd: last.next ?? last.widget }),
  };
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
      const runBy = isInSubflow ? (frames[0]?.widget ?? '') : '';
      const prefix = isInSubflow ? `${runBy}/` : '';
      return {
        widget: frame?.widget ?? widget,
        isInSubflow,
        event,
        next: next === null ? null : next.slice(prefix.length),
        number: index + 1,
        runBy,
      };
    });
}

function arrowOf({ widget, event, next, number, isInSubflow, runBy }: DrawnStep): TakenArrow {
  const note = isInSubflow ? `back to ${runBy}` : 'the call ends';
  return { from: widget, event, to: next, number, ...(next === null && { note }) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
