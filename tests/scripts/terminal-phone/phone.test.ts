import pc from 'picocolors';

import type { LineEvent } from '../../../scripts/emulator/voice/line';
import type { PhoneCommand } from '../../../scripts/terminal-phone/command';
import { commandsOfLine } from '../../../scripts/terminal-phone/command';
import { Phone } from '../../../scripts/terminal-phone/phone';
import type { Line } from '../../../scripts/terminal-phone/phone';
import { say } from './example-call';

/** A phone whose line is in the test's hand. */
function phoneOnTheBench(refusal?: string) {
  const lines: string[] = [];
  const done: string[] = [];
  let live: readonly string[] = [];
  let listener: (event: LineEvent) => void = () => undefined;
  const line: Line = {
    listen: (next) => {
      listener = next;
      return () => undefined;
    },
    press: (keys) => done.push(`press ${keys}`),
    hangUp: () => done.push('hang up'),
  };
  const phone = new Phone({
    from: '+14155550100',
    to: '+14155550199',
    dial: () => {
      done.push('dial');
      return refusal ?? line;
    },
    now: () => 0,
    display: {
      tell: (told) => lines.push(...told),
      setLive: (next) => (live = next),
      close: () => undefined,
    },
    style: () => ({ width: 80, colors: pc.createColors(false) }),
    onQuit: () => done.push('quit'),
  });
  const type = (text: string): void => {
    commandsOfLine(text).forEach((command: PhoneCommand) => {
      phone.do(command);
    });
  };
  const prompt: LineEvent = { kind: 'speaking', speech: say('Your code?'), seconds: 2, takesKeys: true };
  const over: LineEvent = { kind: 'over', ending: { outcome: 'hung-up' }, result: {} };
  return {
    phone,
    type,
    hear: (event: LineEvent) => listener(event),
    lines,
    done,
    live: () => live,
    prompt,
    over,
  };
}

describe('Phone', () => {
  test('calls, presses keys and hangs up', () => {
    const { type, hear, done, prompt } = phoneOnTheBench();
    type('c');
    hear(prompt);
    type('12#h');
    expect(done).toEqual(['dial', 'press 1', 'press 2', 'press #', 'hang up']);
  });

  test('dials no second call while one is under way', () => {
    const { type, hear, done, over } = phoneOnTheBench();
    type('cc');
    hear(over);
    type('c');
    expect(done).toEqual(['dial', 'dial']);
  });

  test('presses nothing without a call', () => {
    const { type, done } = phoneOnTheBench();
    type('123h');
    expect(done).toEqual([]);
  });

  test('says why a call cannot be placed', () => {
    const { type, lines, done } = phoneOnTheBench('Cannot call: the account holds no such number');
    type('cc');
    expect(lines.join()).toContain('the account holds no such number');
    expect(done).toEqual(['dial', 'dial']);
  });

  test('shows what is said at the bottom until it is over', () => {
    const { type, hear, live, lines, prompt, over } = phoneOnTheBench();
    type('c');
    hear(prompt);
    expect(live()[0]).toContain('Your');
    hear(over);
    expect(live().join()).toContain('Enter calls');
    expect(lines.join('\n')).toContain('Not verified');
  });

  test('quits at once on q, after the call when commands ran out', () => {
    const { phone, type, hear, done, over } = phoneOnTheBench();
    type('q');
    type('c');
    phone.quitWhenIdle();
    expect(done).toEqual(['quit', 'dial']);
    hear(over);
    expect(done).toEqual(['quit', 'dial', 'quit']);
  });
});
