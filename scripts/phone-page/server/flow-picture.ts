import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { drawFlow, layOutFlow } from '../../../studio/drawing/draw-flow';
import { findFlow } from '../../emulator/executions/find-flow';
import { flowOfUrl } from '../../emulator/executions/flow-url';
import type { Store } from '../../emulator/store';
import type { Place } from '../model/page-state';

/** A flow under the name that the picture and the steps of calls give it. */
interface NamedFlow {
  readonly sid: string;
  readonly definition: FlowDefinition;
}

/** Pixels between the flows and around them. */
const GAP = 40;

/**
 * The flow behind a number and the subflows it runs, side by side, as an SVG without styles: the page has them, in
 * its own colours. Null when no flow is behind the number.
 */
export function drawCallFlows(store: Store, number: string): string | null {
  const flows = flowsOf(store, number);
  if (flows.length === 0) return null;
  const layouts = flows.map(({ sid, definition }) =>
    layOutFlow({ name: sid, definition: withNames(store, definition) }),
  );
  let x = GAP;
  const panels = layouts.map((layout) => {
    const left = Math.round(x);
    x += layout.width + GAP;
    return `<g transform="translate(${left} ${GAP})">${drawFlow(layout, layout.width)}</g>`;
  });
  const width = Math.ceil(x);
  const height = Math.ceil(Math.max(...layouts.map((layout) => layout.height)) + 2 * GAP);
  const dots =
    '<defs><pattern id="dots" width="24" height="24" patternUnits="userSpaceOnUse"><circle class="dot" cx="12" cy="12" r="1.5"/></pattern></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${dots}${panels.join('')}</svg>`;
}

/**
 * Where a step's `widget` or `next` is in the picture, outermost first: `run_verify/ask_code` is a widget of the number's
 * flow and one of the flow that it runs.
 */
export function placesOf(store: Store, number: string, widget: string): Place[] {
  const [parent] = flowsOf(store, number);
  if (parent === undefined || widget === '') return [];
  const [outer = '', ...rest] = widget.split('/');
  const place = { flow: parent.sid, widget: outer };
  const child = subflowOf(parent.definition, outer);
  if (rest.length === 0 || child === null) return [place];
  return [place, { flow: child, widget: rest.join('/') }];
}

/** The flow behind a number and those that it may run, each once. */
function flowsOf(store: Store, number: string): NamedFlow[] {
  const held = [...store.phoneNumbers.values()].find(({ phoneNumber }) => phoneNumber === number);
  const flow = held && flowOfUrl(store, held.voiceUrl);
  const parent = flow && published(store, flow.sid);
  if (parent === undefined) return [];
  const subflows = parent.definition.states.flatMap(({ name }) => subflowOf(parent.definition, name) ?? []);
  const children = [...new Set(subflows)].filter((sid) => sid !== parent.sid);
  return [parent, ...children.flatMap((sid) => published(store, sid) ?? [])];
}

/** Cards show a subflow by its name; wired flows hold its SID. */
function withNames(store: Store, definition: FlowDefinition): FlowDefinition {
  const states = definition.states.map((state) => {
    const sid = subflowOf(definition, state.name);
    const name = sid === null ? undefined : store.flows.get(sid)?.revisions.at(-1)?.friendlyName;
    if (name === undefined) return state;
    return { ...state, properties: { ...state.properties, flow_sid: `\${FLOW_SID:${name}}` } };
  });
  return { ...definition, states };
}

function published(store: Store, sid: string): NamedFlow | undefined {
  const found = findFlow(store, sid, 'LatestPublished');
  return found && { sid, definition: found.definition };
}

function subflowOf({ states }: FlowDefinition, widget: string): string | null {
  const state = states.find(({ name }) => name === widget);
  const sid = state?.type === 'run-subflow' ? state.properties['flow_sid'] : null;
  return typeof sid === 'string' ? sid : null;
}
