import { graphFrom, type Arrow, type Graph } from '../graph/graph';
import { reachableFrom } from '../graph/reachable';
import type { FlowDefinition, State } from '../model/flow-definition';
import type { WidgetAnalysis } from '../model/widget-analysis';
import { placeholdersIn } from '../wiring/placeholders-in';
import { analysisOf, widgets as widgetsByType } from '../widgets/registry';
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

/**
 * Events whose absence says nothing: they cannot happen without an arrow, or flows that the console exports leave them out, as
 * Twilio names them only in https://github.com/twilio/ai (the widgets of its Studio skill).
 */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  'gather-input-on-call': ['speech'],
  'split-based-on': ['match'],
  'send-to-flex': ['composerStarted'],
  'make-outgoing-call-v1': ['answeredByMachine', 'hangup'],
  'connect-virtual-agent-v2': ['paused', 'timeout'],
};

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
  /**
   * Widgets and the arrows that can be taken: a gather without a wired `speech` does not listen; an event that a widget has no
   * transition for ends the branch, as one without `next` does.
   */
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
  const graph = graphOfWidgets(widgets);
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

function graphOfWidgets(all: readonly CheckedWidget[]): Graph {
  const written = all.flatMap(({ state: { name, type, transitions } }) =>
    transitions.flatMap(({ event, next }, index): Arrow[] => {
      const isDeaf = event === 'speech' && next === undefined && type === 'gather-input-on-call';
      return isDeaf ? [] : [{ from: name, event, to: next ?? null, index }];
    }),
  );
  const names = all.map(({ state }) => state.name);
  return graphFrom(names, [...written, ...all.flatMap(unwrittenEnds)]);
}

function unwrittenEnds({ state }: CheckedWidget): readonly Arrow[] {
  const events = widgetsByType.get(state.type)?.events ?? [];
  const expected = new Set(state.type === 'trigger' ? [] : events);
  const written = state.transitions.map(({ event }) => event);
  for (const event of [...(HARMLESS[state.type] ?? []), ...written]) expected.delete(event);
  return [...expected].map((event) => ({ from: state.name, event, to: null, index: null }));
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
