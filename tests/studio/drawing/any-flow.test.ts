import fc from 'fast-check';
import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import type { JsonObject } from '../../../studio/model/json';
import { widgets } from '../../../studio/widgets/registry';
import { drawn } from './drawn';
import { ofClass, withDescendants, type XmlElement } from './parse-xml';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '{% if x %}', '<&">', '__proto__'),
);
const place = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.double(),
  fc.constantFrom(0, 1e308, -1e308, Infinity, NaN),
);
const offset: fc.Arbitrary<JsonObject> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) }),
  },
  fc.record({ x: place, y: place }, { requiredKeys: [] }),
);
const scale = ({ x, y }: JsonObject): JsonObject =>
  Number.isInteger(x) && Number.isInteger(y)
    ? { x: Number(x) * 400, y: Number(y) * 240 }
    : { x: x ?? '', y: y ?? 0 };
const properties = fc
  .record(
    { offset: offset.map(scale), say: text, body: text, input: text, url: text, other: fc.double() },
    { requiredKeys: [] },
  )
  .map((given): JsonObject => given);

const stateOf = (name: string, names: readonly string[]): fc.Arbitrary<State> =>
  fc.record({
    name: fc.constant(name),
    type: fc.oneof(fc.constantFrom(...widgets.keys(), 'constructor'), text),
    properties,
    transitions: fc.array(
      fc.record(
        {
          event: fc.oneof(fc.constantFrom('match', 'noMatch', 'next'), text),
          next: fc.constantFrom(...names),
          conditions: fc.array(
            fc.record({ friendly_name: text, arguments: fc.array(text), type: text, value: text }),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: ['event'] },
      ),
      { maxLength: 6 },
    ),
  });

/** Flows as the parser lets them through, and wilder ones. */
const flows: fc.Arbitrary<FlowDefinition> = fc
  .uniqueArray(text, { minLength: 1, maxLength: 9 })
  .chain((names) =>
    fc.record({
      description: text,
      initial_state: fc.constantFrom(...names),
      states: fc.tuple(...names.map((name) => stateOf(name, names))),
    }),
  );

const NUMBER = /^-?\d+(\.\d)?$/;
const GEOMETRY = ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx'];

function wrongNumbers(picture: XmlElement): string[] {
  return withDescendants(picture).flatMap(({ attributes: { d, transform, ...others } }) => [
    ...GEOMETRY.flatMap((key) => others[key] ?? []).filter((value) => !NUMBER.test(value)),
    ...[d, transform]
      .flatMap((value) => value ?? [])
      .filter((value) => /NaN|Infinity|undefined|e[-+]?\d/.test(value)),
  ]);
}

const boxOf = (card: XmlElement): readonly number[] =>
  ['x', 'y', 'width', 'height'].map((key) => Number(card.attributes[key]));

function doOverlap(one: XmlElement, other: XmlElement): boolean {
  const [x = 0, y = 0, width = 0, height = 0] = boxOf(one);
  const [otherX = 0, otherY = 0, otherWidth = 0, otherHeight = 0] = boxOf(other);
  return x < otherX + otherWidth && otherX < x + width && y < otherY + otherHeight && otherY < y + height;
}

function overlaps(drawnWidgets: readonly XmlElement[]): (readonly XmlElement[])[] {
  const cards = drawnWidgets.flatMap((widget) => ofClass(widget, 'card'));
  return cards.flatMap((one, index) =>
    cards.slice(index + 1).flatMap((other) => (doOverlap(one, other) ? [[one, other]] : [])),
  );
}

describe('drawFlows, for any flow', () => {
  test('draws all of it, well-formed, no card over another', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const picture = drawn(flow);
        expect(wrongNumbers(picture)).toEqual([]);
        expect(ofClass(picture, 'widget')).toHaveLength(flow.states.length);
        const arrows = flow.states.flatMap(({ transitions }) => transitions);
        const wired = arrows.filter(({ next }) => next !== undefined);
        expect(ofClass(picture, 'arrow')).toHaveLength(wired.length);
        expect(overlaps(ofClass(picture, 'widget'))).toEqual([]);
      }),
    );
  });

  test('draws a flow of a thousand widgets in simple curves', () => {
    const states = Array.from({ length: 1000 }, (_, index) => ({
      name: `w${index}`,
      type: 'set-variables',
      properties: {},
      transitions: [{ event: 'next', next: `w${(index * 7 + 1) % 1000}` }],
    }));
    const picture = drawn({ description: '', initial_state: 'w0', states });
    expect(ofClass(picture, 'arrow')).toHaveLength(1000);
    expect(wrongNumbers(picture)).toEqual([]);
  });
});
