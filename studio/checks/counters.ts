import { parametersOf } from '../model/parameters';
import { countedValue, type CountedValue } from './counted-value';
import { decisionsOf, type Decision } from './count-test';
import { reachableAvoiding } from '../graph/every-path';
import type { CheckedFlow, CheckedWidget } from './checked-flow';
import { nameOf } from './reads';

/** A variable that a flow counts with, in one direction. */
export interface Counter {
  /** As the splits read it: `flow.variables.n` or `widgets.count.n`. */
  readonly path: string;
  readonly direction: 1 | -1;
  /** By how much each widget that counts in this direction moves it: more than 0. */
  readonly steps: ReadonlyMap<string, number>;
  /** Widgets that set it to anything else. */
  readonly resetting: ReadonlySet<string>;
  /** Of these, the widgets that make it of itself in a way that is not looked into. */
  readonly unclear: ReadonlySet<string>;
  /** Where counting may begin; undefined where a text decides that only a run has. */
  readonly starts: readonly number[] | undefined;
  /** The splits that read it, and where they lead; undefined where that is not told. */
  readonly tests: ReadonlyMap<string, readonly Decision[] | undefined>;
}

interface Setting {
  readonly name: string;
  readonly value: CountedValue;
}

/** Every variable that some widget which can run makes of itself and some split reads. */
export function countersOf(flow: CheckedFlow): readonly Counter[] {
  const running = flow.widgets.filter(({ state }) => flow.reachable.has(state.name));
  const splits = splitsByPath(running);
  return [...settingsByKey(running)].flatMap(([key, settings]) => {
    if (!settings.some(({ value }) => value.kind === 'count' || value.kind === 'itself')) return [];
    return pathsTo(key, settings).flatMap((path) => {
      const tests = (splits.get(path) ?? []).map(
        (split) => [split.state.name, decisionsOf(split, path)] as const,
      );
      const relevant = tests.length === 0 ? [] : settersOf(path, key, settings);
      return ([1, -1] as const).flatMap((direction) =>
        counterOf(flow, path, direction, relevant, new Map(tests)),
      );
    });
  });
}

/** The paths under which splits may read a variable. */
function pathsTo(key: string, settings: readonly Setting[]): readonly string[] {
  return [`flow.variables.${key}`, ...settings.map(({ name }) => pathIn(name, key))];
}

/**
 * Who has a say in what stands under a path. `widgets.count.n` is left by `count` alone; where that counts by
 * `flow.variables.n`, so has whoever sets this, and one more that counts makes it jump.
 */
function settersOf(path: string, key: string, settings: readonly Setting[]): readonly Setting[] {
  const own = settings.find(({ name }) => pathIn(name, key) === path);
  if (own === undefined) return settings;
  if (own.value.kind === 'count' && own.value.by === path) return [own];
  return settings.map((setting) =>
    setting !== own && setting.value.kind === 'count' ? { ...setting, value: { kind: 'itself' } } : setting,
  );
}

function pathIn(name: string, key: string): string {
  return `widgets.${name}.${key}`;
}

function counterOf(
  flow: CheckedFlow,
  path: string,
  direction: 1 | -1,
  settings: readonly Setting[],
  tests: Counter['tests'],
): readonly Counter[] {
  const counts = settings.flatMap(({ name, value }) =>
    value.kind === 'count' && value.step * direction > 0 ? [{ name, value }] : [],
  );
  const steps = new Map(counts.map(({ name, value }) => [name, value.step * direction]));
  const others = settings.filter(({ name }) => !steps.has(name));
  const unclear = others.filter(({ value }) => value.kind === 'itself');
  if (steps.size + unclear.length === 0) return [];
  const resetting = namesOf(others);
  const unset = reachableAvoiding(flow.graph, flow.definition.initial_state, resetting);
  const firsts = counts.flatMap(({ name, value }) => (unset.has(name) ? [value.first] : []));
  const set = others.map(({ value }) => (value.kind === 'literal' ? value.value : undefined));
  return [
    {
      path,
      direction,
      steps,
      resetting,
      unclear: namesOf(unclear),
      starts: allKnown([...firsts, ...set]),
      tests,
    },
  ];
}

function allKnown(numbers: readonly (number | undefined)[]): readonly number[] | undefined {
  const known = numbers.flatMap((number) => number ?? []);
  return known.length === numbers.length ? known : undefined;
}

function settingsByKey(widgets: readonly CheckedWidget[]): ReadonlyMap<string, readonly Setting[]> {
  const byKey = new Map<string, Setting[]>();
  for (const { state } of widgets) {
    if (state.type !== 'set-variables') continue;
    for (const { key, value, type } of parametersOf(state.properties['variables'])) {
      const settings = byKey.get(key) ?? [];
      const itself = [`flow.variables.${key}`, pathIn(state.name, key)];
      const isFirst = settings.at(-1)?.name !== state.name;
      const isPlain = isFirst && type !== 'json_object';
      if (!isFirst) settings.pop();
      settings.push({ name: state.name, value: isPlain ? countedValue(value, itself) : { kind: 'itself' } });
      byKey.set(key, settings);
    }
  }
  return byKey;
}

/** The splits by every variable that they read. */
function splitsByPath(widgets: readonly CheckedWidget[]): ReadonlyMap<string, readonly CheckedWidget[]> {
  const byPath = new Map<string, CheckedWidget[]>();
  for (const widget of widgets) {
    if (widget.state.type !== 'split-based-on') continue;
    const reads = widget.liquid.flatMap(({ analysis }) => (analysis.ok ? analysis.reads : []));
    for (const path of new Set(reads.map((read) => nameOf(read.path)))) {
      const splits = byPath.get(path) ?? [];
      splits.push(widget);
      byPath.set(path, splits);
    }
  }
  return byPath;
}

function namesOf(settings: readonly Setting[]): ReadonlySet<string> {
  return new Set(settings.map(({ name }) => name));
}
