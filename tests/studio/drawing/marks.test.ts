import { drawn, shipped } from './drawn';
import { ofClass, withDescendants, type XmlElement } from './parse-xml';

const parent = shipped('parent-ivr');

const namesOf = (elements: readonly XmlElement[]): (string | undefined)[] =>
  elements.map(({ attributes }) => attributes['data-widget']);

const numbersOf = (picture: XmlElement): string[] => ofClass(picture, 'number').map(({ text }) => text);

describe('drawFlows', () => {
  test('makes no difference between widgets without a proof', () => {
    const picture = drawn(parent);
    expect(ofClass(picture, 'visited')).toEqual([]);
    expect(ofClass(picture, 'unvisited')).toEqual([]);
    expect(ofClass(picture, 'key')).toEqual([]);
  });

  test('fills what was visited and fades the rest', () => {
    const visited = new Set(['Trigger', 'welcome']);
    const picture = drawn(parent, { visited });
    expect(namesOf(ofClass(picture, 'visited')).filter(Boolean)).toEqual(['Trigger', 'welcome']);
    expect(namesOf(ofClass(picture, 'unvisited')).filter(Boolean)).toHaveLength(parent.states.length - 2);
    const bright = ofClass(picture, 'arrow').filter(({ attributes }) => attributes['class'] === 'arrow');
    expect(bright.map(({ attributes }) => attributes['data-to'])).toEqual(['welcome']);
  });

  test('gives protected widgets a shield', () => {
    const picture = drawn(parent, { protectedWidgets: ['success', 'unheard_of'] });
    const [success, ...others] = ofClass(picture, 'protected');
    expect(others).toEqual([]);
    expect(success?.attributes['data-widget']).toBe('success');
    expect(success === undefined ? [] : ofClass(success, 'shield')).toHaveLength(1);
  });

  test('numbers the arrows of a call in order', () => {
    const takenArrows = [
      { from: 'Trigger', event: 'incomingCall', to: 'welcome' },
      { from: 'welcome', event: 'audioComplete', to: 'run_verify' },
      { from: 'run_verify', event: 'completed', to: 'verify_status' },
      { from: 'verify_status', event: 'match', to: 'success' },
      { from: 'success', event: 'audioComplete', to: null },
    ];
    const picture = drawn(parent, { takenArrows });
    expect(numbersOf(picture)).toEqual(['1', '2', '3', '4', '5']);
    expect(ofClass(picture, 'taken-head')).toHaveLength(4);
    expect(ofClass(picture, 'end')).toHaveLength(1);
    expect(namesOf(ofClass(picture, 'on-way'))).toEqual([
      'Trigger',
      'welcome',
      'run_verify',
      'verify_status',
      'success',
    ]);
  });

  test('draws an arrow once that was taken again', () => {
    const again = { from: 'welcome', event: 'audioComplete', to: 'run_verify' };
    const picture = drawn(parent, { takenArrows: [again, { ...again, number: 7 }] });
    expect(numbersOf(picture)).toEqual(['1·7']);
    expect(ofClass(picture, 'taken-head')).toHaveLength(1);
  });

  test('says how often an arrow was taken, not each time', () => {
    const again = { from: 'welcome', event: 'audioComplete', to: 'run_verify' };
    const takenArrows = Array.from({ length: 62 }, (_, round) => ({ ...again, number: 16 * round + 2 }));
    const picture = drawn(parent, { takenArrows });
    expect(numbersOf(picture)).toEqual(['2 ×62']);
    const [badge] = withDescendants(picture).filter(({ children }) =>
      children.some(({ attributes }) => attributes['class'] === 'number'),
    );
    expect(badge?.children[0]?.text).toMatch(/^Taken in steps 2, 18, .* and 22 more$/);
  });

  test('says what becomes of the call where a branch ends', () => {
    const end = { from: 'success', event: 'audioComplete', to: null };
    expect(ofClass(drawn(parent, { takenArrows: [end] }), 'note')).toEqual([]);
    const takenArrows = [{ ...end, note: 'back to <run>' }];
    expect(ofClass(drawn(parent, { takenArrows }), 'note').map(({ text }) => text)).toEqual([
      'back to <run>',
    ]);
  });

  test('crosses the widget where the call goes wrong', () => {
    expect(ofClass(drawn(parent), 'wrong')).toEqual([]);
    expect(ofClass(drawn(parent, { wrongEnd: 'success' }), 'wrong')).toHaveLength(1);
    expect(ofClass(drawn(parent, { wrongEnd: 'unheard_of' }), 'wrong')).toEqual([]);
  });

  test('fades all arrows when only those of the call are known', () => {
    const visited = new Set(parent.states.map(({ name }) => name));
    const bright = (isPartlyKnown: boolean): XmlElement[] =>
      ofClass(drawn(parent, { visited, isPartlyKnown }), 'arrow').filter(
        ({ attributes }) => attributes['class'] === 'arrow',
      );
    expect(bright(false).length).toBeGreaterThan(0);
    expect(bright(true)).toEqual([]);
  });

  test('passes over arrows that the flow does not have', () => {
    const takenArrows = [{ from: 'welcome', event: 'audioComplete', to: 'success' }];
    expect(numbersOf(drawn(parent, { takenArrows }))).toEqual([]);
  });

  test('draws the call over everything else', () => {
    const takenArrows = [{ from: 'Trigger', event: 'incomingCall', to: 'welcome' }];
    const [canvas] = ofClass(drawn(parent, { takenArrows }), 'flow').flatMap(({ children }) =>
      children.slice(-1),
    );
    const classes = canvas?.children.map(({ attributes }) => attributes['class']?.split(' ')[0]) ?? [];
    expect(classes.lastIndexOf('arrow')).toBeLessThan(classes.indexOf('widget'));
    expect(classes.lastIndexOf('widget')).toBeLessThan(classes.indexOf('taken'));
  });
});
