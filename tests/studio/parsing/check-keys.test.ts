import { parseFlow } from '../../../studio/parsing/parse-flow';
import { flow, state } from '../../support/flows';
import { withChange } from './sound-flow';

describe('parseFlow, of keys that mean nothing', () => {
  test.each([
    [
      ['states', 1, 'propertys'],
      {},
      '#/states/1/propertys',
      '"propertys" is no property of a widget: rename or remove it',
    ],
    [
      ['states', 1, 'transitions', 0],
      { event: 'audioComplete', nxt: 'hello' },
      '#/states/1/transitions/0/nxt',
      '"nxt" is no property of a transition (did you mean "next"?): rename or remove it',
    ],
    [
      ['states', 1, 'transitions', 0, 'conditions'],
      [{ friendly_name: 'f', arguments: ['x'], type: 'equal_to', value: 'y' }],
      '#/states/1/transitions/0/conditions',
      'only the "match" of a split-based-on has conditions, these are never tested: remove them',
    ],
    [
      ['states', 1, 'properties', 'langauge'],
      'en',
      '#/states/1/properties/langauge',
      '"langauge" is no property of say-play (did you mean "language"?): rename or remove it',
    ],
    [
      ['states', 1, 'properties', 'a/b~c'],
      1,
      '#/states/1/properties/a~1b~0c',
      '"a/b~c" is no property of say-play: rename or remove it',
    ],
  ])('warns about %j', (path, value, place, message) => {
    const { ok, problems } = parseFlow(withChange(path, value));
    expect(ok).toBe(true);
    expect(problems).toEqual([{ severity: 'warning', rule: 'known-properties', place, message }]);
  });

  test('warns about a slip in a condition', () => {
    const condition = { friendly_name: 'f', arguments: ['x'], type: 'is_blank', vlaue: 'y' };
    const split = state('split', 'split-based-on', { input: 'x' });
    const json = flow({ ...split, transitions: [{ event: 'match', conditions: [condition] }] });
    expect(parseFlow(json).problems).toMatchObject([
      { severity: 'warning', place: '#/states/1/transitions/0/conditions/0/vlaue' },
    ]);
  });
});
