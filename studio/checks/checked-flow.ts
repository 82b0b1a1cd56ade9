import { graphOf, withArrows, type Arrow, type Graph } from '../graph/graph';
import { reachableFrom } from '../graph/reachable';
import type { FlowDefinition, State } from '../model/flow-definition';
import type { WidgetAnalysis } from '../model/widget-analysis';
import { placeholdersIn } from '../wiring/placeholders-in';
import { analysisOf } from '../widgets/registry';
import { liquidTextsOf, textsOf, type LiquidText, type PlacedText } from './liquid-texts';

/** A widget with what checks ask about it. */
export interface CheckedWidget {
  readonly state: State;
  /** JSON pointer of the widget: `#/states/3`. */
  readonly place: string;
  readonly analysis: WidgetAnalysis;
  readonly texts: readonly PlacedText[];
  readonly liquid: readonly LiquidText[];
}

/** A flow that runs another, and the text by which it names it. */
export interface ParentFlow {
  readonly definition: FlowDefinition;
  /** `flow_sid` of the run-subflow widgets that run the checked flow: a SID or a placeholder. */
  readonly flowSid: string;
}

/** What is known around a flow. */
export interface CheckSurroundings {
  /** Definitions of subflows, by `flow_sid` as it stands in the flow: a SID or a placeholder. */
  readonly subflows?: Readonly<Record<string, FlowDefinition>>;
  /** The flows that run this one. */
  readonly parents?: readonly ParentFlow[];
  /** True: SIDs and hosts are to be placeholders. Unless set, they are where the flow has a placeholder already. */
  readonly wantsPlaceholders?: boolean;
}

/** A flow that the parser found in order, with everything that several checks ask for worked out once. */
export interface CheckedFlow {
  readonly definition: FlowDefinition;
  readonly widgets: readonly CheckedWidget[];
  readonly byName: ReadonlyMap<string, CheckedWidget>;
  /** All texts that Studio renders, in document order. */
  readonly liquid: readonly LiquidText[];
  /** Widgets and the arrows that can be taken: a gather without a wired `speech` does not listen. */
  readonly graph: Graph;
  /** Widgets that an execution can get to, whichever way it comes in. */
  readonly reachable: ReadonlySet<string>;
  readonly subflows: ReadonlyMap<string, CheckedFlow>;
  readonly parents: readonly { readonly flow: CheckedFlow; readonly flowSid: string }[];
  readonly wantsPlaceholders: boolean;
}

/** Prepares a flow for the checks. */
export function checkedFlow(definition: FlowDefinition, around: CheckSurroundings = {}): CheckedFlow {
  const widgets = definition.states.map(checkedWidget);
  const byName = new Map(widgets.map((widget) => [widget.state.name, widget]));
  const graph = withArrows(
    graphOf(definition),
    ({ from, event, to }) =>
      !(to === null && event === 'speech' && byName.get(from)?.state.type === 'gather-input-on-call'),
  );
  return {
    definition,
    widgets,
    byName,
    liquid: widgets.flatMap((widget) => widget.liquid),
    graph,
    reachable: reachableFrom(graph, [definition.initial_state]),
    subflows: new Map(
      Object.entries(around.subflows ?? {}).map(([sid, subflow]) => [sid, checkedFlow(subflow)]),
    ),
    parents: (around.parents ?? []).map((parent) => ({
      flow: checkedFlow(parent.definition),
      flowSid: parent.flowSid,
    })),
    wantsPlaceholders: around.wantsPlaceholders ?? hasPlaceholder(definition),
  };
}

/** Where a flow goes by one of its trigger's events; undefined when that door is not wired. */
export function behindDoor(flow: CheckedFlow, event: string): string | undefined {
  const trigger = flow.byName.get(flow.definition.initial_state)?.state;
  return trigger?.transitions.find((arrow) => arrow.event === event)?.next;
}

/** JSON pointer of an arrow; of the widget's transitions where none is written for its event. */
export function placeOf(flow: CheckedFlow, { from, index }: Arrow): string {
  const place = `${flow.byName.get(from)?.place ?? '#'}/transitions`;
  return index === null ? place : `${place}/${index}`;
}

/** The text of a property; empty when it is absent or none. */
export function textOf({ state }: CheckedWidget, property: string): string {
  const value = state.properties[property];
  return typeof value === 'string' ? value : '';
}

/** The subflow that a widget runs, where its definition is given; undefined for any other widget. */
export function subflowOf(flow: CheckedFlow, widget: CheckedWidget): CheckedFlow | undefined {
  return widget.state.type === 'run-subflow' ? flow.subflows.get(textOf(widget, 'flow_sid')) : undefined;
}

function checkedWidget(state: State, index: number): CheckedWidget {
  const place = `#/states/${index}`;
  return {
    state,
    place,
    analysis: analysisOf(state.type),
    texts: textsOf(state, place),
    liquid: liquidTextsOf(state, place),
  };
}

function hasPlaceholder(definition: FlowDefinition): boolean {
  return placeholdersIn(definition).some(({ placeholder }) => placeholder !== null);
}
