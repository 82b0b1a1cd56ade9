import { IDLE_PHONE } from '../../../scripts/terminal-phone/phone-view';
import { press } from '../../../scripts/terminal-phone/press';
import { liveThrough, say } from './example-call';
import type { Moment } from './example-call';

const prompt = (takesKeys: boolean): Moment => [
  0,
  { kind: 'speaking', speech: say('one two three four'), seconds: 4, takesKeys },
];

describe('press', () => {
  test('cuts a prompt short with the first key', () => {
    const { entries, view } = liveThrough([prompt(true), [2, { pressed: '1' }], [1, { pressed: '2' }]]);
    expect(entries.slice(1)).toEqual([{ kind: 'speech', seconds: 0, text: 'one two', isCut: true }]);
    expect(view.call).toMatchObject({ typed: '12', speaking: null });
  });

  test('loses keys while something else is said', () => {
    const { entries, view } = liveThrough([prompt(false), [2, { pressed: '1' }]]);
    expect(entries).toHaveLength(1);
    expect(view.call).toMatchObject({ typed: '', speaking: { takesKeys: false } });
  });

  test('does nothing without a call', () => {
    expect(press(IDLE_PHONE, '1', 0)).toEqual({ view: IDLE_PHONE, entries: [] });
  });
});
