import { parametersOf } from '../model/parameters';
import { analyzeTemplate } from '../liquid/analyze-template';
import type { CheckedFlow, CheckedWidget } from './checked-flow';

/** A variable that a flow counts with. */
export interface Counter {
  readonly variable: string;
  /** Widgets that set it to itself plus or minus something. */
  readonly counting: ReadonlySet<string>;
  /** Widgets that set it to anything else. */
  readonly resetting: ReadonlySet<string>;
  /** Splits that test it. */
  readonly testing: ReadonlySet<string>;
}

/** Every variable that some widget counts and some split tests, by `flow.variables.x` or `widgets.counter.x`. */
export function countersOf(flow: CheckedFlow): readonly Counter[] {
  const setters = flow.widgets.filter(({ state }) => state.type === 'set-variables');
  const pairs = setters.flatMap((widget) =>
    parametersOf(widget.state.properties['variables']).map((pair) => ({ widget, ...pair })),
  );
  const counted = pairs.filter(({ widget, key, value }) => counts(widget, key, value));
  return [...new Set(counted.map(({ key }) => key))].map((variable) => {
    const setting = pairs.filter(({ key }) => key === variable);
    const isCounting = (pair: (typeof pairs)[number]): boolean => counted.includes(pair);
    return {
      variable,
      counting: namesOf(setting.filter(isCounting)),
      resetting: namesOf(setting.filter((pair) => !isCounting(pair))),
      testing: splitsOn(flow, variable, namesOf(setting)),
    };
  });
}

function counts(widget: CheckedWidget, key: string, value: string): boolean {
  const analysis = analyzeTemplate(value);
  if (!analysis.ok) return false;
  const readsItself = analysis.reads.some(({ path }) => isVariable(path, key, new Set([widget.state.name])));
  return readsItself && analysis.filters.some((filter) => filter === 'plus' || filter === 'minus');
}

function splitsOn(flow: CheckedFlow, variable: string, setters: ReadonlySet<string>): ReadonlySet<string> {
  const splits = flow.widgets.filter(
    ({ state, liquid }) =>
      state.type === 'split-based-on' &&
      liquid.some(
        ({ analysis }) =>
          analysis.ok && analysis.reads.some(({ path }) => isVariable(path, variable, setters)),
      ),
  );
  return new Set(splits.map(({ state }) => state.name));
}

function isVariable(
  [root, second, third]: readonly (string | number | null)[],
  variable: string,
  setters: ReadonlySet<string>,
): boolean {
  if (third !== variable) return false;
  return root === 'flow' ? second === 'variables' : root === 'widgets' && setters.has(String(second));
}

function namesOf(pairs: readonly { readonly widget: CheckedWidget }[]): ReadonlySet<string> {
  return new Set(pairs.map(({ widget }) => widget.state.name));
}
