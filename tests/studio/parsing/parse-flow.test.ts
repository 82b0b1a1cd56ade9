import fc from 'fast-check';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { flow, state } from '../../support/flows';
import { sound, withChange } from './sound-flow';

/** How a widget type that does not exist is mended. */
const LIBRARY = 'take one from https://www.twilio.com/docs/studio/widget-library';

describe('parseFlow', () => {
  test('accepts a sound flow and gives it back typed', () => {
    expect(parseFlow(sound)).toEqual({ ok: true, flow: sound, problems: [] });
  });

  test.each([
    [[], 'x', '#', 'a flow definition is a JSON object'],
    [['description'], 1, '#/description', 'integer found, string expected'],
    [['initial_state'], undefined, '#/initial_state', 'is missing but it is required'],
    [
      ['initial_state'],
      'Nowhere',
      '#/initial_state',
      'no widget is named "Nowhere": write "Trigger", the trigger',
    ],
    [
      ['initial_state'],
      'trigger',
      '#/initial_state',
      'no widget is named "trigger" (did you mean "Trigger"?): write "Trigger", the trigger',
    ],
    [
      ['initial_state'],
      '',
      '#/initial_state',
      'must name the first widget, is empty: write the name of the trigger',
    ],
    [['states'], {}, '#/states', 'object found, array expected'],
    [['states'], [], '#/states', 'must hold 1 to 1000 widgets, holds 0: add a trigger'],
    [
      ['states'],
      Array(1001).fill(null),
      '#/states',
      'must hold 1 to 1000 widgets, holds 1001: move some into a subflow',
    ],
    [['flags'], {}, '#/flags/allow_concurrent_calls', 'is missing but it is required'],
    [['$schema'], 'https://example.com', '#/$schema', expect.stringContaining('flow-definition]')],
    [
      ['flags'],
      { allow_concurrent_calls: 'true' },
      '#/flags/allow_concurrent_calls',
      'string found, boolean expected',
    ],
    [
      ['states', 1, 'type'],
      'hangup',
      '#/states/1/type',
      `does not have a value in the enumeration: "hangup" is no widget type of Studio: ${LIBRARY}`,
    ],
    [
      ['states', 1, 'type'],
      'sayplay',
      '#/states/1/type',
      `does not have a value in the enumeration: "sayplay" is no widget type of Studio (did you mean "say-play"?): ${LIBRARY}`,
    ],
    [['states', 1, 'name'], '', '#/states/1/name', 'a widget needs a name, this one is empty: name it'],
    [['states', 1, 'name'], 'Trigger', '#/states/1/name', 'widget name "Trigger" is used twice: rename one'],
    [
      ['states', 1, 'transitions', 0, 'next'],
      'gone',
      '#/states/1/transitions/0/next',
      'no widget is named "gone": wire it to an existing one',
    ],
    [
      ['states', 1, 'transitions', 0, 'next'],
      'helo',
      '#/states/1/transitions/0/next',
      'no widget is named "helo" (did you mean "hello"?): wire it to an existing one',
    ],
    [
      ['states', 1, 'transitions', 0, 'event'],
      'keypress',
      '#/states/1/transitions/0/event',
      'must be a constant value audioComplete, is "keypress"',
    ],
    [['states', 1, 'properties', 'say'], true, '#/states/1/properties/say', 'boolean found, string expected'],
    [
      ['states', 1, 'properties', 'loop'],
      '1',
      '#/states/1/properties/loop',
      'string found, integer expected',
    ],
    [['states', 1, 'properties', 'loop'], 100, '#/states/1/properties/loop', 'must be from 1 to 99, is 100'],
    [['states', 1, 'properties'], null, '#/states/1/properties', 'null found, object expected'],
  ])('reports %j as %j', (path, value, place, message) => {
    const changed = path.length === 0 ? value : withChange(path, value);
    const parsed = parseFlow(changed);
    expect(parsed.ok).toBe(false);
    expect(parsed.problems).toContainEqual(expect.objectContaining({ severity: 'error', place, message }));
  });

  test('reports all problems at once, in document order', () => {
    const json = {
      initial_state: 'A',
      states: [{ name: 'A', type: 'nope', transitions: [], properties: {} }, 7],
    };
    expect(parseFlow(json).problems.map((problem) => problem.place)).toEqual([
      '#/states/0/type',
      '#/states/1',
    ]);
  });

  test('warns about a type that is not published and a property that is not known', () => {
    const json = flow(
      state('task', 'create-task', { anything: true }, { any: '' }),
      state('hello', 'say-play', { say: 'x', shout: 'y' }),
    );
    expect(parseFlow(json).problems.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'warning unpublished-types',
      'warning known-properties',
    ]);
  });

  test('warns about an expression that cannot be compiled', () => {
    const condition = { friendly_name: 'f', arguments: ['x'], type: 'regex', value: 'a++b' };
    const split = state('split', 'split-based-on', { input: 'x' });
    const json = flow({ ...split, transitions: [{ event: 'match', conditions: [condition] }] });
    expect(parseFlow(json)).toMatchObject({
      ok: true,
      problems: [{ severity: 'warning', rule: 'known-conditions' }],
    });
  });

  test('refuses a placeholder for a flow SID unless told otherwise', () => {
    const json = flow(
      state('run', 'run-subflow', {
        flow_sid: '${FLOW_SID:verify-subflow}',
        flow_revision: 'LatestPublished',
      }),
    );
    expect(parseFlow(json).problems).toMatchObject([{ message: 'must be a valid, non-liquid flow sid' }]);
    expect(parseFlow(json, { allowPlaceholders: true }).ok).toBe(true);
  });

  test('reads arrows to nowhere however they are written', () => {
    const json = withChange(['states', 1, 'transitions'], [{ event: 'audioComplete', next: null }]);
    const parsed = parseFlow(json);
    expect(parsed.ok && parsed.flow.states[1]?.transitions).toEqual([{ event: 'audioComplete' }]);
  });

  test('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('states', 'flags', 'description', 'initial_state'),
        (value, key) => {
          expect(() => parseFlow(value)).not.toThrow();
          expect(() => parseFlow(withChange([key], value))).not.toThrow();
          expect(() => parseFlow(withChange(['states', 1], value))).not.toThrow();
          expect(() => parseFlow(withChange(['states', 1, 'transitions'], [value]))).not.toThrow();
        },
      ),
    );
  });
});

describe('parseFlow, of what JavaScript would take for more', () => {
  const split = (conditions: unknown): unknown => ({
    ...flow(state('look', 'split-based-on', { input: 'x' })),
    states: [
      ...flow(state('look', 'split-based-on', { input: 'x' })).states.slice(0, 1),
      { ...state('look', 'split-based-on', { input: 'x' }), transitions: [{ event: 'match', conditions }] },
    ],
  });
  const condition = { friendly_name: 'If', arguments: ['x'], type: 'equal_to', value: 'y' };

  test.each([
    [split([{ ...condition, type: 'constructor' }]), 'does not have a value in the enumeration'],
    [split([{ ...condition, type: 'toString' }]), 'does not have a value in the enumeration'],
    [split([{ ...condition, arguments: [] }]), 'needs one argument, has none: write what is tested'],
    [split([]), 'needs a condition, has none: add one'],
    [
      flow(state('set', 'set-variables', { variables: [{ key: 'a', value: 'b', type: 1 }] })),
      'integer found, string expected',
    ],
    [flow(state('set', 'set-variables', { offset: true })), 'boolean found, object expected'],
  ])('refuses %#', (json, message) => {
    const { ok, problems } = parseFlow(json);
    expect(ok).toBe(false);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });
});
