import pc from 'picocolors';

import { IDLE_PHONE } from '../../../scripts/terminal-phone/phone-view';
import { renderLive } from '../../../scripts/terminal-phone/render-live';
import type { Style } from '../../../scripts/terminal-phone/style';
import { liveThrough, say, step } from './example-call';
import type { Moment } from './example-call';

const style: Style = { width: 80, colors: pc.createColors(false) };
const SPEAKING: readonly Moment[] = [
  [0, step('welcome', 'run_verify/ask_for_code')],
  [3, { kind: 'speaking', speech: say('one two three four'), seconds: 4, takesKeys: true }],
];

describe('renderLive', () => {
  test('offers to call while no call is under way', () => {
    expect(renderLive(IDLE_PHONE, 0, style).join()).toContain('Enter calls');
  });

  test.each([
    [0, 'one'],
    [1, 'one'],
    [2, 'one two'],
    [3.9, 'one two three four'],
    [9, 'one two three four'],
  ])('shows after %d seconds of four what was said', (seconds, said) => {
    const { view, now } = liveThrough(SPEAKING);
    expect(renderLive(view, now + seconds * 1000, style)[0]).toBe(`  0:03  IVR   ${said}`);
  });

  test('shows the widget and the typed keys', () => {
    const { view, now } = liveThrough([...SPEAKING, [1, { pressed: '4' }], [0, { pressed: '2' }]]);
    const state = renderLive(view, now, style).at(-1);
    expect(state).toMatch(/^ {2}0:04 {2}your keys, # ends {2}4 2 +run_verify\/ask_for_code · h hangs up$/);
  });

  test('says when it waits for keys', () => {
    const { view, now } = liveThrough([[0, { kind: 'listening', timeoutSeconds: 5 }]]);
    expect(renderLive(view, now, style).join()).toContain('your keys, # ends');
  });

  test.each([40, 60, 80, 96])('never exceeds %d columns', (width) => {
    const keys: Moment[] = [...'1234567890'].map((key): Moment => [0, { pressed: key }]);
    const { view, now } = liveThrough([...SPEAKING, ...keys]);
    for (const line of renderLive(view, now, { ...style, width }))
      expect(line.length).toBeLessThanOrEqual(width);
  });
});
