import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../studio/model/json';
import type { Condition } from '../../../studio/model/flow-definition';
import type { Input } from '../../../studio/model/wait';
import type { Execution, TriggerKind } from '../../../studio/model/execution';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { widgets } from '../../../studio/widgets/registry';
import { callTrigger, flow, play, type Played, state, stepsOf, warningsOf } from '../../support/flows';

/** One visit to one widget, told in JSON: `cases/<type>.json` holds a list of them. */
interface Case {
  /** The rule that the case shows. */
  readonly shows: string;
  readonly trigger?: { readonly kind: TriggerKind; readonly parameters: JsonObject };
  /** Variables that are set before the widget runs. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly properties?: JsonObject;
  /** Events that lead on; all of the widget's when left out. */
  readonly wires?: readonly string[];
  /** For a split: one branch for each condition, named `first`, `second`… */
  readonly branches?: readonly Condition[];
  readonly inputs?: readonly Input[];
  /** What the widget waits for, in part, before the inputs come. */
  readonly waits?: JsonObject;
  /** The event it leaves by; null while it still waits. */
  readonly leavesBy: string | null;
  /** Where it goes, if that needs saying. */
  readonly to?: string;
  /** The code of the warning that ends the execution before the widget runs. */
  readonly failsWith?: number;
  readonly outputs?: JsonObject;
  readonly setsVariables?: JsonObject;
  readonly warnings?: readonly number[];
}

const folder = join(__dirname, 'cases');
const types = [...widgets.keys()];

test.each(types)('%s has cases', (type) => {
  expect(casesOf(type).length).toBeGreaterThan(0);
});

test('every case file belongs to a widget', () => {
  const named = readdirSync(folder).map((file) => file.replace('.json', ''));
  expect(named.filter((type) => !widgets.has(type))).toEqual([]);
});

test('docs/studio-rules.md names the cases of every widget', () => {
  const rules = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'studio-rules.md'), 'utf8');
  const named = [...rules.matchAll(/`cases\/([a-z0-9-]+)\.json`/g)].map(([, type = '']) => type);
  expect([...new Set(named)].sort()).toEqual([...types].sort());
});

/** A split waits for nothing to leave by `match`; events that are no choice of a case are those of another trigger. */
test.each(types.filter((type) => type !== 'trigger'))('%s has a case for each of its events', (type) => {
  const shown = casesOf(type).map((example) => example.leavesBy);
  expect((widgets.get(type)?.events ?? []).filter((event) => !shown.includes(event))).toEqual([]);
});

describe.each(types)('%s', (type) => {
  test.each(casesOf(type))('$shows', (example) => {
    const definition = flowOf(type, example);
    expect(parseFlow(definition).problems.filter((problem) => problem.severity === 'error')).toEqual([]);

    const options = { trigger: example.trigger ?? callTrigger, subflows: { [CHILD_SID]: child } };
    if (example.waits !== undefined) expectWait(play(definition, [], options), example.waits);
    const { execution, log } = play(definition, example.inputs, options);
    expectFailure(execution, example.failsWith);
    const step = stepsOf(log).find((line) => line.startsWith('subject '));
    expect(step?.split(' ')[1] ?? null).toBe(example.leavesBy);
    if (example.to !== undefined) expect(step?.split(' ')[2]).toBe(example.to);
    const frame = execution.frames[0];
    if (example.outputs !== undefined) expect(frame?.widgets['subject']).toEqual(example.outputs);
    if (example.setsVariables !== undefined) expect(frame?.variables).toMatchObject(example.setsVariables);
    expect(warningsOf(log)).toEqual(example.warnings ?? []);
  });
});

function expectWait({ execution }: Played, waits: JsonObject): void {
  expect(execution.wait).toMatchObject(waits);
}

/** Fails only as the case says: most do not. */
function expectFailure({ ending }: Execution, code: number | undefined): void {
  const failed = ending?.outcome === 'failed' ? ending.code : undefined;
  expect(failed).toBe(code);
}

const CHILD_SID = `FW${'c'.repeat(32)}`;

/** The subflow that `run-subflow` cases run: it gives back what it was given. */
const child = flow(
  state('answer', 'set-variables', {
    variables: [{ key: 'given', value: '{{trigger.parent.parameters.to}}', type: 'string' }],
  }),
);

function casesOf(type: string): Case[] {
  return JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8')) as Case[];
}

/** Trigger → preset → subject → one terminal widget for each event. A trigger is its own subject. */
function flowOf(type: string, example: Case): ReturnType<typeof flow> {
  const events = example.wires ?? widgets.get(type)?.events ?? [];
  if (type === 'trigger') return triggerFlow(events);
  const arrows = Object.fromEntries(
    events.filter((event) => event !== 'match').map((event) => [event, `after_${event}`]),
  );
  const subject = state('subject', type, example.properties ?? {}, arrows);
  const branches = (example.branches ?? []).map((condition, index) => ({
    event: 'match',
    next: index === 0 ? 'first' : 'second',
    conditions: [condition],
  }));
  const ends = ['first', 'second', ...events.map((event) => `after_${event}`)];
  const preset = Object.entries(example.variables ?? {}).map(([key, value]) => ({
    key,
    value,
    type: 'string',
  }));
  return flow(
    state('preset', 'set-variables', { variables: preset }, { next: 'subject' }),
    { ...subject, transitions: [...subject.transitions, ...branches] },
    ...ends.map((name) => state(name, 'set-variables', { variables: [] })),
  );
}

function triggerFlow(events: readonly string[]): ReturnType<typeof flow> {
  const arrows = Object.fromEntries(events.map((event) => [event, `after_${event}`]));
  const ends = events.map((event) => state(`after_${event}`, 'set-variables', { variables: [] }));
  return {
    description: 'A test flow',
    initial_state: 'subject',
    states: [state('subject', 'trigger', {}, arrows), ...ends],
  };
}
