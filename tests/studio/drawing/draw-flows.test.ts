import { drawFlows } from '../../../studio/drawing/draw-flows';
import { flow, state } from '../../support/flows';
import { drawn, SHIPPED, shipped } from './drawn';
import { ofClass, parseXml, withDescendants, type XmlElement } from './parse-xml';

const flows = SHIPPED.map((name) => ({ name, definition: shipped(name) }));
const pictures = new Map(SHIPPED.map((name) => [name, drawn(shipped(name))]));

function pictureOf(name: (typeof SHIPPED)[number]): XmlElement {
  return pictures.get(name) ?? drawn(shipped(name));
}

const values = (elements: readonly XmlElement[], attribute: string): (string | undefined)[] =>
  elements.map(({ attributes }) => attributes[attribute]);

const textsOf = (element: XmlElement): string[] =>
  withDescendants(element)
    .filter(({ name }) => name === 'text' || name === 'tspan')
    .map(({ text }) => text);

/** As its description starts: "Parent IVR 1.0.0: …". */
const versionOf = (name: (typeof SHIPPED)[number]): string =>
  / (\d+\.\d+\.\d+):/.exec(shipped(name).description)?.[1] ?? '';

/** One widget after the trigger, with a name and a sentence. */
const saying = (name: string, say: string) => flow(state(name, 'say-play', { say }, { audioComplete: '' }));

describe('drawFlows', () => {
  test.each(SHIPPED)('draws every widget of %s once', (name) => {
    const definition = shipped(name);
    const widgets = values(ofClass(pictureOf(name), 'widget'), 'data-widget');
    expect(widgets).toEqual(definition.states.map((widget) => widget.name));
  });

  test.each(SHIPPED)('draws every wired arrow of %s once', (name) => {
    const definition = shipped(name);
    const arrows = ofClass(pictureOf(name), 'arrow').map(({ attributes }) =>
      [attributes['data-from'], attributes['data-transition'], attributes['data-to']].join(' '),
    );
    const expected = definition.states.flatMap((widget) =>
      widget.transitions.flatMap(({ next }, index) =>
        next === undefined ? [] : `${widget.name} ${index} ${next}`,
      ),
    );
    expect(arrows.toSorted()).toEqual(expected.toSorted());
  });

  test.each(SHIPPED)('draws a port for every event of %s', (name) => {
    const definition = shipped(name);
    const picture = pictureOf(name);
    const arrows = definition.states.flatMap(({ transitions }) => transitions);
    const isWired = ({ next }: { next?: string }): boolean => next !== undefined;
    expect(ofClass(picture, 'wired')).toHaveLength(arrows.filter(isWired).length);
    expect(ofClass(picture, 'open')).toHaveLength(arrows.filter((arrow) => !isWired(arrow)).length);
  });

  test('puts cards where they are on the canvas', () => {
    const definition = shipped('verify-subflow');
    const cards = new Map(
      ofClass(pictureOf('verify-subflow'), 'widget').map((widget) => {
        const [card] = ofClass(widget, 'card');
        const { x, y, width } = card?.attributes ?? {};
        return [widget.attributes['data-widget'], { x: Number(x) + Number(width) / 2, y: Number(y) }];
      }),
    );
    const [trigger] = definition.states;
    const origin = cards.get(trigger?.name);
    const offsets = definition.states.map(({ name }) => {
      const card = cards.get(name);
      return { x: (card?.x ?? NaN) - (origin?.x ?? 0), y: (card?.y ?? NaN) - (origin?.y ?? 0) };
    });
    expect(offsets).toEqual(definition.states.map(({ properties }) => properties['offset']));
  });

  test('titles the picture, each flow and each widget', () => {
    const picture = parseXml(drawFlows(flows));
    expect(picture.children[0]).toMatchObject({
      name: 'title',
      text: `Parent IVR ${versionOf('parent-ivr')}, Verify subflow ${versionOf('verify-subflow')}`,
    });
    expect(textsOf(picture)).toEqual(
      expect.arrayContaining(['Parent IVR', 'Verify subflow', ...SHIPPED.map(versionOf)]),
    );
    const titles = ofClass(picture, 'widget').map(({ children }) => children.map(({ name }) => name));
    expect(titles.every(([title, desc]) => title === 'title' && desc === 'desc')).toBe(true);
  });

  test('takes a title, and the name of a flow without a version', () => {
    const definition = saying('greet', 'Hello');
    const picture = parseXml(drawFlows([{ name: 'my-flow', definition }], { title: 'Mine' }));
    expect(picture.children[0]?.text).toBe('Mine');
    expect(textsOf(picture)).toContain('my-flow');
  });

  test('puts flows below each other, or side by side', () => {
    const size = (isWide: boolean): [number, number] => {
      const { width, height } = parseXml(drawFlows(flows, { isWide })).attributes;
      return [Number(width), Number(height)];
    };
    const [[narrow, tall], [wide, low]] = [size(false), size(true)];
    expect(wide).toBeGreaterThan(narrow);
    expect(tall).toBeGreaterThan(low);
  });

  test('draws the same flow the same way', () => {
    expect(drawFlows(flows)).toBe(drawFlows(flows));
  });

  test('keeps to itself: no script, no link', () => {
    const picture = pictureOf('parent-ivr');
    const names = withDescendants(picture).map(({ name }) => name);
    expect(names.filter((name) => ['script', 'a', 'image', 'use', 'foreignObject'].includes(name))).toEqual(
      [],
    );
    const [style] = withDescendants(picture).filter(({ name }) => name === 'style');
    expect(style?.text).toContain('prefers-color-scheme:dark');
    expect(style?.text).not.toMatch(/url|@import/);
  });

  test('shows texts of other people as they are', () => {
    const name = '</title><script>alert("1")</script>';
    const picture = drawn(saying(name, `<b onload='x'> & \u0000\ud800`));
    expect(withDescendants(picture).filter((element) => element.name === 'script')).toEqual([]);
    expect(ofClass(picture, 'widget')[1]?.children[0]?.text).toBe(name);
    expect(textsOf(picture)).toContain(`“<b onload='x'> & \ufffd\ufffd”`);
  });

  test('cuts long texts with an ellipsis', () => {
    const picture = drawn(saying('w'.repeat(300), 'word '.repeat(300)));
    const shown = textsOf(picture).filter((text) => text.includes('w'));
    expect(shown.filter((text) => text.endsWith('…'))).toHaveLength(2);
    expect(Math.max(...shown.map((text) => text.length))).toBeLessThan(50);
  });

  test('sets a long name in two lines, without cutting it', () => {
    const picture = drawn(saying('result_max_attempts_reached', 'Hello'));
    const [, widget] = ofClass(picture, 'widget');
    const lines = widget === undefined ? [] : ofClass(widget, 'name');
    expect(lines).toHaveLength(2);
    expect(lines.map(({ text }) => text).join('')).toBe('result_max_attempts_reached');
    const sizes = ofClass(drawn(shipped('verify-subflow')), 'name').map(
      ({ attributes }) => attributes['font-size'],
    );
    expect(new Set(sizes).size).toBeLessThanOrEqual(2);
  });

  test('has the whole of a cut text for whoever points at it', () => {
    const long = 'word '.repeat(30).trim();
    const picture = drawn(saying('greet', long));
    const [, last] = ofClass(picture, 'words').filter(({ text }) => text.includes('word'));
    expect(last?.text).toMatch(/…$/);
    expect(last?.children.map(({ name, text }) => [name, text])).toEqual([['title', `“${long}”`]]);
  });

  test('draws nothing for no flows', () => {
    expect(ofClass(parseXml(drawFlows([])), 'flow')).toEqual([]);
  });
});
