import fc from 'fast-check';

import { normaliseDefinition } from '../../../../scripts/deployment/versions/normalise-definition';
import { widgetDifferences } from '../../../../scripts/deployment/drift/widget-difference';
import { differenceLines, safeValue } from '../../../../scripts/deployment/drift/widget-difference-lines';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { state } from '../../../support/flows';
import { shippedFlow } from '../../../studio/wiring/shipped-flows';
import { on, withArrow, withProperties, withStates, withWidget } from '../edit-flow';

const flow = shippedFlow('parent-ivr');
const bye = state('bye', 'say-play', { say: 'Bye.' }, { audioComplete: '' });

/** What was done to the flow, and what is said of it. */
const EDITS: Readonly<Record<string, readonly [FlowDefinition, readonly string[]]>> = {
  nothing: [flow, []],
  'a new order of widgets': [normaliseDefinition({ ...flow, states: [...flow.states].reverse() }), []],
  'another description': [
    { ...flow, description: 'Parent IVR 1.1.0: new.' },
    [
      'changed  (the flow)  description  Parent IVR 1.0.0: greets the caller, runs the V… → Parent IVR 1.1.0: new.',
    ],
  ],
  'a moved widget': [
    withProperties(flow, 'welcome', { offset: { x: 10, y: 300 } }),
    ['changed  welcome  position  0, 300 → 10, 300'],
  ],
  'an arrow to another widget': [
    withArrow(flow, 'run_verify', on('failed'), 'code_expired'),
    ['changed  run_verify  on failed  technical_trouble → code_expired'],
  ],
  'an arrow of a condition': [
    withArrow(flow, 'verify_status', on('match', 'expired'), 'success'),
    ['changed  verify_status  on match equal_to expired  code_expired → success'],
  ],
  'conditions in another order': [
    withWidget(flow, 'verify_status', (split) => ({
      ...split,
      transitions: [...split.transitions.slice(0, 1), ...split.transitions.slice(1).reverse()],
    })),
    [
      expect.stringMatching(
        /^changed {2}verify_status {2}order of conditions {2}on match .* → on match /,
      ) as string,
    ],
  ],
  'a parameter': [
    withProperties(flow, 'run_verify', { parameters: [{ key: 'to', value: 'x', type: 'string' }] }),
    [
      'changed  run_verify  parameters.to            {{trigger.call.From}} → x',
      '                     parameters.channel       sms → (none)',
      '                     parameters.channel.type  string → (none)',
      '                     parameters.locale        en → (none)',
      '                     parameters.locale.type   string → (none)',
      '                     parameters.language      en → (none)',
      '                     parameters.language.type  string → (none)',
    ],
  ],
  'a new widget': [
    withStates(flow, bye),
    [
      'added  bye  type              say-play',
      '            say               Bye.',
      '            on audioComplete  (the end)',
    ],
  ],
};

describe('widgetDifferences', () => {
  test.each(Object.entries(EDITS))('tells %s', (_, [edited, lines]) => {
    const squeezed = (line: string): string => line.trim().replace(/ {2,}/g, '  ');
    const shown = differenceLines(widgetDifferences(flow, edited));
    expect(shown.map(squeezed)).toEqual(
      lines.map((line) => (typeof line === 'string' ? squeezed(line) : line)),
    );
  });

  test('tells a widget that is gone', () => {
    const [difference, ...others] = widgetDifferences(withStates(flow, bye), flow);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ kind: 'removed', widget: 'bye' });
    expect(difference?.changes).toContainEqual({ name: 'say', before: 'Bye.', after: null });
  });

  test('counts things of one name', () => {
    const twice = [
      { key: 'to', value: 'a' },
      { key: 'to', value: 'b' },
    ];
    const [difference] = widgetDifferences(flow, withProperties(flow, 'run_verify', { parameters: twice }));
    expect(difference?.changes.map(({ name }) => name)).toContain('parameters.to (2)');
  });
});

describe('differenceLines', () => {
  test('stands in columns', () => {
    const edited = withProperties(withProperties(flow, 'welcome', { say: 'Hi', loop: 2 }), 'success', {
      loop: 3,
    });
    expect(differenceLines(widgetDifferences(flow, edited)).map((line) => line.slice(0, 24))).toEqual([
      'changed  welcome  loop  ',
      '                  say   ',
      'changed  success  loop  ',
    ]);
  });
});

describe('safeValue', () => {
  test.each([
    ['Call +1 (415) 555-0100 now', 'Call …00 now'],
    ['+14155550100', '…00'],
    ['415.555.0100', '…00'],
    ['https://user:secret@example.com/a', 'https://…@example.com/a'],
    [`Bearer ${'a1B2c3D4'.repeat(4)}`, 'Bearer a1…c3D4'],
    [`FW${'0123456789abcdef'.repeat(2)}`, 'FW…cdef'],
    ['{{widgets.run_verify_the_caller_again.status}}', '{{widgets.run_verify_the_caller_again.status}}'],
    ['two\nlines', 'two lines'],
    ['', '""'],
    [' a', '" a"'],
    ['x'.repeat(100), `${'x'.repeat(47)}…`],
  ])('shows %j as %s', (value, shown) => {
    expect(safeValue(value)).toBe(shown);
  });

  test.each(['auth_token', 'parameters.api_key', 'sip_auth_password', 'clientSecret'])(
    'shows nothing of %s',
    (name) => {
      expect(safeValue('hunter2', name)).toBe('…');
    },
  );

  test('never shows a whole number, however it is written', () => {
    const digits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('', ' ', '-', '.')), {
      minLength: 7,
      maxLength: 15,
    });
    fc.assert(
      fc.property(digits, (written) => {
        const number = `+${written.map(([digit, gap]) => `${digit}${gap}`).join('')}`;
        expect(safeValue(`Dial ${number}`).replace(/\D/g, '')).toHaveLength(2);
      }),
    );
  });
});
