import type { VariablePath } from '../liquid/analyze-template';
import { byOrigin, type CallerText } from './caller-origins';
import { textOf, type CheckedFlow } from './checked-flow';
import type { LiquidText } from './liquid-texts';

/** Which variables of a flow a caller controls, and how far. */
export type CallerTexts = (path: VariablePath) => CallerText | undefined;

/** A variable that a flow sets or is passed, and what is known of it; below it is whatever is in it. */
interface Known {
  kind?: CallerText;
  /** Variables set from it, and whether from a part of it that is not known. */
  readonly into: { readonly variable: Known; readonly isPart: boolean }[];
}

type Variables = Map<string, Known>;

/** From the weakest to the strongest. */
const KINDS: readonly CallerText[] = ['digits', 'unsure', 'anything'];

/**
 * Follows what callers control: what is theirs to begin with, variables set from it without `url_encode`, and parameters that parents
 * pass, where they are given. Every variable changes at most as often as there are kinds.
 */
export function callerTextsOf(flow: CheckedFlow): CallerTexts {
  const variables: Variables = new Map();
  for (const { flow: parent, flowSid } of flow.parents) seedParameters(variables, parent, flowSid);
  for (const text of flow.liquid.filter(({ property }) => property === 'variables')) {
    followText(variables, text, flow);
  }
  return (path) => ofVariable(path, variables) ?? byOrigin(path, flow);
}

function seedParameters(variables: Variables, parent: CheckedFlow, flowSid: string): void {
  const controlled = callerTextsOf(parent);
  const runs = parent.widgets.filter(
    (run) => run.state.type === 'run-subflow' && textOf(run, 'flow_sid') === flowSid,
  );
  const passed = runs.flatMap(({ liquid }) => liquid.filter(({ property }) => property === 'parameters'));
  for (const { key = '', analysis } of passed) {
    const paths = analysis.ok ? analysis.printedRaw : [];
    for (const variable of withObjects(variables, ['trigger', 'parent', 'parameters', key])) {
      for (const path of paths) raise(variable, controlled(path));
    }
  }
}

function followText(
  variables: Variables,
  { widget, key = '', analysis }: LiquidText,
  flow: CheckedFlow,
): void {
  const targets = [
    ...withObjects(variables, ['flow', 'variables', key]),
    ...withObjects(variables, ['widgets', widget, key]),
  ];
  for (const path of analysis.ok ? analysis.printedRaw : []) {
    const source = settable(path);
    const origin = byOrigin(path, flow);
    for (const variable of targets) {
      raise(variable, origin);
      if (source === undefined) continue;
      const known = knownAt(variables, source.path);
      known.into.push({ variable, isPart: source.isPart });
      raise(variable, received(known.kind, source.isPart));
    }
  }
}

function ofVariable(path: VariablePath, variables: Variables): CallerText | undefined {
  const source = settable(path);
  return source === undefined
    ? undefined
    : received(variables.get(JSON.stringify(source.path))?.kind, source.isPart);
}

/** The variable that a path leads to or into; undefined when a flow cannot set it. */
function settable(path: VariablePath): { readonly path: VariablePath; readonly isPart: boolean } | undefined {
  const isPassed = path[0] === 'trigger' && path[1] === 'parent';
  if (!isPassed && path[0] !== 'flow' && path[0] !== 'widgets') return undefined;
  const named = path.slice(0, isPassed ? 4 : 3);
  const unknown = named.indexOf(null);
  return {
    path: unknown < 0 ? named : named.slice(0, unknown),
    isPart: unknown >= 0 || path.length > named.length,
  };
}

/** Some part of what callers control need not be theirs. */
function received(kind: CallerText | undefined, isPart: boolean): CallerText | undefined {
  return isPart && kind === 'anything' ? 'unsure' : kind;
}

/** A variable and the objects that it is in. */
function withObjects(variables: Variables, path: VariablePath): readonly Known[] {
  return path.map((_, index) => knownAt(variables, path.slice(0, index + 1)));
}

function knownAt(variables: Variables, path: VariablePath): Known {
  const key = JSON.stringify(path);
  const known = variables.get(key) ?? { into: [] };
  variables.set(key, known);
  return known;
}

/** Raises a variable to a kind, and all that is set from it. */
function raise(first: Known, kind: CallerText | undefined): void {
  const pending = [{ variable: first, kind }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { variable, kind: raised } = next;
    if (raised === undefined || (variable.kind && KINDS.indexOf(variable.kind) >= KINDS.indexOf(raised)))
      continue;
    variable.kind = raised;
    for (const { variable: other, isPart } of variable.into) {
      pending.push({ variable: other, kind: received(raised, isPart) });
    }
  }
}
