import fc from 'fast-check';

import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import { isJsonObject, type Json } from '../../../studio/model/json';
import { withProperties, withStates, withWidget } from './edit-flow';

/** A flow as the console might give it back: keys, widgets and exclusive arrows in another order. */
export function asConsoleWrites(flow: FlowDefinition): FlowDefinition {
  const states = [...flow.states].reverse().map((state): State => {
    const matches = state.transitions.filter(({ event }) => event === 'match');
    const others = state.transitions.filter(({ event }) => event !== 'match');
    return { ...state, transitions: [...matches, ...others.reverse()] };
  });
  return JSON.parse(JSON.stringify({ ...flow, states }, reverseKeys)) as FlowDefinition;
}

/** Flows that somebody made of one in the console by a few edits: texts, offsets, arrows, widgets added and removed. */
export function consoleEdits(flow: FlowDefinition): fc.Arbitrary<FlowDefinition> {
  const names = flow.states.map(({ name }) => name).filter((name) => name !== 'Trigger');
  const name = fc.constantFrom(...names);
  const next = fc.constantFrom(...names);
  const text = fc.string({ maxLength: 30 }).filter((each) => !each.includes('${'));
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('say' as const), name, text }),
    fc.record({ kind: fc.constant('move' as const), name, x: fc.integer(), y: fc.integer() }),
    fc.record({ kind: fc.constant('arrow' as const), name, next, index: fc.nat(8) }),
    fc.record({ kind: fc.constant('add' as const), text, next }),
    fc.record({ kind: fc.constant('remove' as const), name }),
    fc.record({ kind: fc.constant('shuffle' as const) }),
  );
  return fc.array(edit, { maxLength: 6 }).map((edits) => edits.reduce(apply, flow));
}

type Edit =
  | { readonly kind: 'say'; readonly name: string; readonly text: string }
  | { readonly kind: 'move'; readonly name: string; readonly x: number; readonly y: number }
  | { readonly kind: 'arrow'; readonly name: string; readonly next: string; readonly index: number }
  | { readonly kind: 'add'; readonly text: string; readonly next: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'shuffle' };

/** An edit of a widget that an earlier one removed does nothing. */
function apply(flow: FlowDefinition, edit: Edit): FlowDefinition {
  if ('name' in edit && !flow.states.some(({ name }) => name === edit.name)) return flow;
  switch (edit.kind) {
    case 'say':
      return says(flow, edit.name) ? withProperties(flow, edit.name, { say: edit.text }) : flow;
    case 'move':
      return withProperties(flow, edit.name, { offset: { x: edit.x, y: edit.y } });
    case 'arrow':
      return withWidget(flow, edit.name, (state) => retargeted(state, edit.index, edit.next, flow));
    case 'add':
      return withStates(flow, newWidget(flow, edit.text, edit.next));
    case 'remove':
      return without(flow, edit.name);
    case 'shuffle':
      return asConsoleWrites(flow);
  }
}

function says(flow: FlowDefinition, name: string): boolean {
  return flow.states.some((state) => state.name === name && typeof state.properties['say'] === 'string');
}

function retargeted(state: State, index: number, next: string, flow: FlowDefinition): State {
  const target = existing(flow, next);
  return {
    ...state,
    transitions: state.transitions.map((arrow, position) =>
      position === index % state.transitions.length ? { ...arrow, ...target } : arrow,
    ),
  };
}

function newWidget(flow: FlowDefinition, text: string, next: string): State {
  return {
    properties: { say: text, offset: { y: 1, x: 2 }, loop: 1 },
    type: 'say-play',
    name: freeName(flow),
    transitions: [{ event: 'audioComplete', ...existing(flow, next) }],
  };
}

function freeName({ states }: FlowDefinition): string {
  let number = 1;
  while (states.some(({ name }) => name === `say_play_${number}`)) number += 1;
  return `say_play_${number}`;
}

/** The widget and every arrow to it. */
function without(flow: FlowDefinition, gone: string): FlowDefinition {
  const states = flow.states.filter(({ name }) => name !== gone);
  return {
    ...flow,
    states: states.map((state) => ({
      ...state,
      transitions: state.transitions.map(({ next, ...arrow }) =>
        next === undefined || next === gone ? arrow : { ...arrow, next },
      ),
    })),
  };
}

function existing(flow: FlowDefinition, next: string): { readonly next?: string } {
  return flow.states.some(({ name }) => name === next) ? { next } : {};
}

function reverseKeys(_key: string, value: Json): Json {
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;
}
