import { drawFlows } from '../../../studio/drawing/draw-flows';
import type { Banner, DrawingOptions, DrawnFlow } from '../../../studio/drawing/drawn-flow';
import { shipped } from './drawn';
import { ofClass, parseXml, type XmlElement } from './parse-xml';

const flow: DrawnFlow = { name: 'parent', definition: shipped('parent-ivr') };
const banner: Banner = { verdict: 'bad', title: 'Refuted: no-bypass', text: '"success" is <reached>' };

const picture = (options: DrawingOptions, marks: Partial<DrawnFlow> = {}): XmlElement =>
  parseXml(drawFlows([{ ...flow, ...marks }], options));

const textsOf = (elements: readonly XmlElement[]): string[] => elements.map(({ text }) => text);

const sizeOf = (element: XmlElement | undefined): number => Number(element?.attributes['font-size']);

describe('drawFlows, above all flows', () => {
  test('shows the verdict in letters that suit the picture', () => {
    const drawn = picture({ banner });
    const [verdict] = ofClass(drawn, 'verdict');
    expect(verdict?.text).toBe(banner.title);
    expect(sizeOf(verdict)).toBeGreaterThanOrEqual(Number(drawn.attributes['width']) / 45);
    expect(textsOf(ofClass(drawn, 'banner-text'))).toEqual([banner.text]);
    expect(ofClass(drawn, 'bad')).toHaveLength(1);
  });

  test('cuts a text that is too long after three lines, and has it whole', () => {
    const text = 'so many words '.repeat(200);
    const drawn = picture({ banner: { ...banner, text } });
    const lines = textsOf(ofClass(drawn, 'banner-text'));
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(ofClass(drawn, 'banner')[0]?.children[0]?.text).toContain(text);
  });

  test('explains the marks as the caller says', () => {
    const marks = { visited: new Set(['welcome']), protectedWidgets: ['success'] };
    expect(textsOf(ofClass(picture({}, marks), 'key'))).toEqual(['visited', 'not visited', 'protected']);
    const drawn = picture({ visitedLabel: 'calls come here', unvisitedLabel: 'no call comes here' }, marks);
    expect(textsOf(ofClass(drawn, 'key'))).toEqual(['calls come here', 'no call comes here', 'protected']);
  });

  test('explains no mark that the picture lacks', () => {
    const visited = new Set(flow.definition.states.map(({ name }) => name));
    expect(textsOf(ofClass(picture({}, { visited }), 'key'))).toEqual(['visited']);
  });

  test('makes room above flows only when there is something', () => {
    const heightOf = (drawn: XmlElement): number => Number(drawn.attributes['height']);
    expect(heightOf(picture({ banner }))).toBeGreaterThan(heightOf(picture({})));
    expect(heightOf(picture({ banner, isWide: true }))).toBeGreaterThan(heightOf(picture({ isWide: true })));
  });

  test('puts a source before what a description claims', () => {
    const drawn = picture({}, { source: 'copy.json' });
    expect(textsOf(ofClass(drawn, 'title'))).toEqual(['copy.json']);
    expect(textsOf(ofClass(drawn, 'about'))[0]).toMatch(/^Its description: “Greets the caller/);
  });
});
