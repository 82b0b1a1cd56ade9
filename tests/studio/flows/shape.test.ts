import { isJsonObject } from '../../../studio/model/json';
import { shippedFlow, type ShippedFlow } from '../wiring/shipped-flows';
import { arrowsOf, reachableFrom, textsOf } from './graph';
import type { State } from '../../../studio/model/flow-definition';

/** Events of each widget type (https://www.twilio.com/docs/studio/widget-library); the console writes all of them. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  trigger: [
    'incomingMessage',
    'incomingCall',
    'incomingConversationMessage',
    'incomingRequest',
    'incomingParent',
  ],
  'set-variables': ['next'],
  'say-play': ['audioComplete'],
  'gather-input-on-call': ['keypress', 'speech', 'timeout'],
  'run-function': ['success', 'fail'],
  'run-subflow': ['completed', 'failed'],
  'send-message': ['sent', 'failed'],
  'send-and-wait-for-reply': ['incomingMessage', 'timeout', 'deliveryFailure'],
  'make-outgoing-call-v2': ['answered', 'busy', 'noAnswer', 'failed'],
};

/** What a widget takes up on the canvas, in the canvas's own units. */
const WIDGET_SIZE = { width: 300, height: 200 };

describe.each(['verify-subflow', 'parent-ivr', 'otp-by-reply'] as const)('%s', (name) => {
  const flow = shippedFlow(name);

  test('has the keys the console writes, in order', () => {
    expect(Object.keys(flow)).toEqual(['description', 'states', 'initial_state', 'flags']);
    for (const state of flow.states) {
      expect(Object.keys(state)).toEqual(['name', 'type', 'transitions', 'properties']);
    }
  });

  test('names every widget once, in snake_case', () => {
    const names = flow.states.map((state) => state.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((each) => each !== 'Trigger' && !/^[a-z]+(_[a-z]+)*$/.test(each))).toEqual([]);
  });

  test.each(flow.states.map((state) => [state.name, state] as const))(
    'lists every event of %s',
    (_, state) => {
      const events = state.transitions.map((transition) => transition.event);
      if (state.type === 'split-based-on') {
        expect(events).toEqual(['noMatch', ...events.slice(1).fill('match')]);
        expect(events.length).toBeGreaterThan(1);
      } else {
        expect(events).toEqual(EVENTS[state.type]);
      }
    },
  );

  test('leads only to widgets that exist', () => {
    const names = flow.states.map((state) => state.name);
    const targets = arrowsOf(flow).flatMap(({ transition }) => transition.next ?? []);
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
  });

  test('can get to every widget', () => {
    expect([...reachableFrom(flow, flow.initial_state)].sort()).toEqual(
      flow.states.map((state) => state.name).sort(),
    );
  });

  test('wires every event but speech and other triggers', () => {
    const unwired = arrowsOf(flow).filter(({ transition }) => transition.next === undefined);
    const isExpected = (from: string, event: string): boolean =>
      from === 'Trigger' || event === 'speech' || isLastWidget(from, name);
    expect(unwired.filter(({ from, transition }) => !isExpected(from, transition.event))).toEqual([]);
  });

  test('tests in each split what the canvas shows', () => {
    for (const state of flow.states) {
      for (const condition of state.transitions.flatMap((transition) => transition.conditions ?? [])) {
        expect(condition.arguments).toEqual([state.properties['input']]);
      }
    }
  });

  test('lays its widgets out without overlap', () => {
    const boxes = flow.states.map((state) => ({ name: state.name, ...offsetOf(state) }));
    const overlaps = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => Math.abs(a.x - b.x) < WIDGET_SIZE.width && Math.abs(a.y - b.y) < WIDGET_SIZE.height)
        .map((b) => `${a.name} over ${b.name}`),
    );
    expect(overlaps).toEqual([]);
  });

  test('holds no SID, host or telephone number', () => {
    const texts = textsOf(flow.states).filter((text) => !text.includes('+266696687, '));
    expect(texts.filter((text) => /\b[A-Z]{2}[0-9a-f]{32}\b|https?:|\.twil\.io|\+\d{3}/.test(text))).toEqual(
      [],
    );
  });

  test('keeps the plus sign out of its Liquid', () => {
    const tags = textsOf(flow.states).flatMap((text) => text.match(/\{[{%].*?[}%]\}/g) ?? []);
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => tag.includes('+'))).toEqual([]);
  });
});

function isLastWidget(name: string, flow: ShippedFlow): boolean {
  return flow === 'parent-ivr'
    ? PARENT_ENDS.includes(name)
    : name.startsWith('result_') || name === 'say_no_calls';
}

const PARENT_ENDS: readonly string[] = [
  'success',
  'too_many_attempts',
  'code_expired',
  'nothing_entered',
  'number_cannot_be_used',
  'number_cannot_be_reached',
  'too_many_requests',
  'technical_trouble',
];

function offsetOf(state: State): { x: number; y: number } {
  const { offset } = state.properties;
  if (!isJsonObject(offset)) throw new Error(`Widget "${state.name}" has no offset`);
  return { x: Number(offset['x']), y: Number(offset['y']) };
}
