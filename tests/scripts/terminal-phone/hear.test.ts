import type { Ending } from '../../../studio/model/execution';
import { hear } from '../../../scripts/terminal-phone/hear';
import { IDLE_PHONE } from '../../../scripts/terminal-phone/phone-view';
import { RIGHT_CODE, liveThrough, say, step } from './example-call';

describe('hear', () => {
  test('tells a call in the order it happened', () => {
    const { entries } = liveThrough(RIGHT_CODE);
    expect(entries.map((entry) => entry.kind)).toEqual([
      'dialled',
      'speech',
      'widgets',
      'request',
      'message',
      'speech',
      'keys',
      'widgets',
      'over',
    ]);
  });

  test('gathers widgets until something else is told', () => {
    const { entries } = liveThrough(RIGHT_CODE);
    expect(entries.flatMap((entry) => (entry.kind === 'widgets' ? [entry.names] : []))).toEqual([
      ['welcome', 'run_verify/start_verify'],
      ['run_verify/ask_for_code'],
    ]);
  });

  test('keeps of a cut speech what was said', () => {
    const { entries } = liveThrough(RIGHT_CODE);
    expect(entries.filter((entry) => entry.kind === 'speech')).toEqual([
      { kind: 'speech', seconds: 0, text: 'Hello, and thank you for calling.', isCut: false },
      { kind: 'speech', seconds: 3, text: 'Please key in the six digits', isCut: true },
    ]);
  });

  test('shows the finish key that the caller pressed', () => {
    const { entries } = liveThrough(RIGHT_CODE);
    expect(entries).toContainEqual({ kind: 'keys', seconds: 6, keys: '12#' });
  });

  test('shows only the digits of keys that were never typed', () => {
    const { entries } = liveThrough([[0, { kind: 'keys', digits: '99' }]]);
    expect(entries.at(-1)).toMatchObject({ kind: 'keys', keys: '99' });
  });

  test('leaves triggers out of the trail', () => {
    const trigger = step('Trigger', 'welcome');
    if (trigger.kind !== 'log' || trigger.entry.kind !== 'step') throw new Error('Not a step');
    const { view } = liveThrough([[0, { ...trigger, entry: { ...trigger.entry, type: 'trigger' } }]]);
    expect(view.call).toMatchObject({ widget: 'welcome', trail: [] });
  });

  test('knows the widget the call is at', () => {
    const { view } = liveThrough([[0, step('welcome', 'run_verify')]]);
    expect(view.call?.widget).toBe('run_verify');
  });

  test('forgets typed keys after a silence', () => {
    const { view, entries } = liveThrough([
      [0, { kind: 'speaking', speech: say('Your code?'), seconds: 1, takesKeys: true }],
      [1, { kind: 'spoken', speech: say('Your code?') }],
      [0, { kind: 'listening', timeoutSeconds: 5 }],
      [5, { kind: 'silence' }],
    ]);
    expect(view.call).toMatchObject({ typed: '', isListening: false, speaking: null });
    expect(entries.at(-1)).toEqual({ kind: 'silence', seconds: 6 });
  });

  test.each<[string, Ending, Record<string, string>, boolean]>([
    ['an approved call', { outcome: 'completed' }, { status: 'approved', verified: 'true' }, true],
    ['approved without verified', { outcome: 'completed' }, { status: 'approved', verified: 'false' }, false],
    ['an expired code', { outcome: 'completed' }, { status: 'expired', verified: 'false' }, false],
    ['a hang-up before the end', { outcome: 'hung-up' }, {}, false],
    ['a stopped execution', { outcome: 'failed', code: null, message: 'Too many steps' }, {}, false],
  ])('judges %s', (_name, ending, result, isVerified) => {
    const { entries, view } = liveThrough([[3, { kind: 'over', ending, result }]]);
    expect(entries.at(-1)).toMatchObject({ kind: 'over', seconds: 3, outcome: ending.outcome, isVerified });
    expect(view).toEqual(IDLE_PHONE);
  });

  test('ends a speech when the flow moves on', () => {
    const { entries, view } = liveThrough([
      [0, { kind: 'speaking', speech: say('one two'), seconds: 2, takesKeys: false }],
      [1, { kind: 'log', entry: { kind: 'warning', code: 81002, message: 'Ignored', widget: 'say' } }],
    ]);
    expect(entries.slice(1).map((entry) => entry.kind)).toEqual(['speech']);
    expect(view.call?.speaking).toBeNull();
  });

  test('keeps what Studio says at every hang-up to itself', () => {
    const ignored = { kind: 'warning', code: 81002, message: 'Ignored', widget: 'say' } as const;
    expect(liveThrough([[1, { kind: 'log', entry: ignored }]]).entries).toHaveLength(
      liveThrough([]).entries.length,
    );
  });

  test('tells notes of the local Twilio without a code', () => {
    const message = '<Dial> is not imitated';
    const entry = { kind: 'warning', code: 0, message, widget: '' } as const;
    const { entries } = liveThrough([[1, { kind: 'log', entry }]]);
    expect(entries.at(-1)).toMatchObject({ kind: 'warning', text: message });
  });

  test('tells Studio warnings with their code', () => {
    const { entries } = liveThrough([
      [
        0,
        {
          kind: 'log',
          entry: { kind: 'warning', code: 81018, message: 'Template evaluation', widget: 'say' },
        },
      ],
    ]);
    expect(entries.at(-1)).toMatchObject({ kind: 'warning', text: expect.stringContaining('81018') });
  });

  test('ignores what is heard after the call', () => {
    expect(hear(IDLE_PHONE, { kind: 'silence' }, 1)).toEqual({ view: IDLE_PHONE, entries: [] });
  });
});
