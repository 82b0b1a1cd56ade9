import pc from 'picocolors';

import type { Entry } from '../../../scripts/terminal-phone/entry';
import { renderEntry } from '../../../scripts/terminal-phone/render-entry';
import type { Style } from '../../../scripts/terminal-phone/style';
import { RIGHT_CODE, liveThrough } from './example-call';

const plain: Style = { width: 60, colors: pc.createColors(false) };
const colourful: Style = { width: 60, colors: pc.createColors(true) };
const render = (entry: Entry, style = plain): string => renderEntry(entry, style).join('\n');

const EVERY_KIND: { readonly [Kind in Entry['kind']]: Extract<Entry, { kind: Kind }> } = {
  dialled: { kind: 'dialled', seconds: 0, from: '+14155550100', to: '+14155550199' },
  speech: {
    kind: 'speech',
    seconds: 65,
    text: 'A sentence that is long enough to need a second line here.',
    isCut: true,
  },
  keys: { kind: 'keys', seconds: 3, keys: '12#' },
  silence: { kind: 'silence', seconds: 3 },
  message: {
    kind: 'message',
    seconds: 3,
    channel: 'sms',
    to: '+14155550100',
    body: 'Your Hotline verification code is: 123456',
  },
  widgets: {
    kind: 'widgets',
    seconds: 3,
    names: ['run_verify/read_parameters', 'run_verify/check_number', 'run_verify/start_verify'],
  },
  request: { kind: 'request', seconds: 3, method: 'POST', path: '/start-verify', status: null },
  warning: { kind: 'warning', seconds: 3, text: 'Studio warns (81018): template evaluation' },
  over: {
    kind: 'over',
    seconds: 31,
    outcome: 'completed',
    status: 'approved',
    isVerified: true,
    message: '',
  },
  log: {
    kind: 'log',
    text: '{"endpoint":"start-verify","status":"sent","httpStatus":200,"milliseconds":28}',
  },
  notice: {
    kind: 'notice',
    tone: 'bad',
    text: 'Not reloaded, the old version stays: functions/start-verify.protected.ts:3:1: oops',
  },
};

describe('renderEntry', () => {
  test('draws a call as a person would tell it', () => {
    const text = liveThrough(RIGHT_CODE)
      .entries.map((entry) => render(entry))
      .join('\n');
    expect(withoutNumbers(text)).toMatchInlineSnapshot(`
      "  0:00  You   calls ############ from ############
        0:00  IVR   Hello, and thank you for calling.
                    welcome › run_verify/start_verify
                    POST /start-verify → 200
                    ╭ Text message to ############ ─────────────╮
                    │ Your Hotline verification code is: ###### │
                    ╰───────────────────────────────────────────╯
        0:03  IVR   Please key in the six digits …
        0:06  You   1 2 #
                    run_verify/ask_for_code

                    ✔ Verified after 0:07: the caller holds the
                    number.
      "
    `);
  });

  test.each(Object.values(EVERY_KIND))('keeps $kind within the width', (entry) => {
    for (const line of renderEntry(entry, plain)) expect(line.length).toBeLessThanOrEqual(plain.width);
  });

  test.each(Object.values(EVERY_KIND))('colours $kind without changing its text', (entry) => {
    const coloured = render(entry, colourful);
    expect(coloured).not.toBe(render(entry));
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(entry));
  });

  test('marks a speech that was cut short', () => {
    expect(render(EVERY_KIND.speech)).toMatch(/^ {2}1:05 {2}IVR .*…$/s);
  });

  test('writes structured logs as pairs and others as they are', () => {
    expect(render(EVERY_KIND.log)).toContain('log: endpoint=start-verify status=sent');
    expect(render({ kind: 'log', text: '{hello}' })).toContain('log: {hello}');
    // A correlation id at the end of a long line is what somebody looks for.
    expect(render({ kind: 'log', text: `${'much '.repeat(40)}id=last` })).toContain('id=last');
  });

  test('highlights the code in a message', () => {
    expect(render(EVERY_KIND.message, colourful)).toContain(
      pc.createColors(true).bold(pc.createColors(true).yellow('123456')),
    );
  });

  test.each<[string, Partial<Extract<Entry, { kind: 'over' }>>, RegExp]>([
    ['a verified caller', {}, /✔ Verified after 0:31: the caller holds/],
    ['a caller who is not', { status: 'expired', isVerified: false }, /✘ Not verified \(expired\)/],
    ['a hang-up', { outcome: 'hung-up', status: '', isVerified: false }, /You hung up after 0:31/],
    [
      'a failed execution',
      { outcome: 'failed', status: '', isVerified: false, message: 'Too many steps.' },
      /Too many steps, after/,
    ],
  ])('says how the call ended for %s', (_name, difference, text) => {
    expect(render({ ...EVERY_KIND.over, ...difference }).replace(/\s+/g, ' ')).toMatch(text);
  });
});

/** Numbers and codes stay out of snapshots. */
function withoutNumbers(text: string): string {
  return text.replace(/\+?\d{6,}/g, (digits) => '#'.repeat(digits.length));
}
