import { analyzeSync, Output, Value, type Arguments, type Template, type Variable } from 'liquidjs';
import { loopLength } from './loop-length';
import { firstLine, parseTemplate } from './parse-template';

/** The way to a variable: `widgets.ask.Digits` in three parts. Null stands for a part that another variable decides. */
export type VariablePath = readonly (string | number | null)[];

/** A variable that a template reads from outside; what `assign`, `capture` and `for` make inside it is left out. */
export interface TemplateRead {
  readonly path: VariablePath;
  /** True when the template says itself what happens without it: it tests it (`if`, `case`) or has a `default`. */
  readonly isOptional: boolean;
}

/** What can be told about a template without rendering it, or why Studio refuses it. */
export type TemplateAnalysis =
  | {
      readonly ok: true;
      readonly reads: readonly TemplateRead[];
      /** Variables whose text gets into the result without going through `url_encode`, also by way of `assign`. */
      readonly printedRaw: readonly VariablePath[];
      /** Filters used anywhere in it. */
      readonly filters: readonly string[];
      /** How often each loop runs whose length stands in the template itself. */
      readonly loopLengths: readonly number[];
    }
  | { readonly ok: false; readonly reason: string };

type Argument = Arguments extends Iterable<infer One> ? One : never;

/** Tags whose expressions only decide what is printed; their arguments include those of `elsif` and `when`. */
const TESTS = ['if', 'unless', 'case'];

const analyzed = new Map<string, TemplateAnalysis>();

/** Reads a template as `renderTemplate` does, and tells what is in it. Each text is analysed once. */
export function analyzeTemplate(template: string): TemplateAnalysis {
  const known = analyzed.get(template);
  if (known !== undefined) return known;
  const analysis = analyzeFresh(template);
  analyzed.set(template, analysis);
  return analysis;
}

function analyzeFresh(template: string): TemplateAnalysis {
  const templates = parseTemplate(template);
  if (templates instanceof Error) return { ok: false, reason: firstLine(templates) };
  const nodes = templates.flatMap(withChildren);
  const optional = new Set(nodes.flatMap(optionalPaths).map(keyOf));
  const globals = variablesIn(Object.values(analyzeSync(templates).globals).flat());
  return {
    ok: true,
    reads: globals.map((path) => ({ path, isOptional: optional.has(keyOf(path)) })),
    printedRaw: printedRaw(nodes),
    filters: nodes.flatMap((node) => argumentsOf(node).flatMap(filtersOf)),
    loopLengths: nodes.flatMap((node) => loopLength(node) ?? []),
  };
}

/** The variables that every output prints as they are, with local names followed back to where their text comes from. */
function printedRaw(nodes: readonly Template[]): VariablePath[] {
  const sources = new Map<string, VariablePath[]>();
  for (const node of nodes) {
    for (const name of namesMadeBy(node)) {
      sources.set(name, [...(sources.get(name) ?? []), ...rawSources(node)]);
    }
  }
  return nodes
    .filter((node) => node instanceof Output)
    .flatMap(rawSources)
    .flatMap((path) => followed(path, sources, new Set()));
}

function followed(
  path: VariablePath,
  sources: ReadonlyMap<string, readonly VariablePath[]>,
  seen: ReadonlySet<string>,
): VariablePath[] {
  const root = String(path[0]);
  const behind = sources.get(root);
  if (behind === undefined) return [path];
  if (seen.has(root)) return [];
  return behind.flatMap((source) => followed(source, sources, new Set([...seen, root])));
}

/** What an output, an `assign`, a `for` or everything inside a `capture` takes its text from, unless it is encoded. */
function rawSources(node: Template): VariablePath[] {
  const own = argumentsOf(node).filter((argument) => !filtersOf(argument).includes('url_encode'));
  const inside = node.localScope === undefined ? [] : childrenOf(node).flatMap(withChildren);
  return [...pathsOf(node, own), ...inside.filter((child) => child instanceof Output).flatMap(rawSources)];
}

function namesMadeBy(node: Template): string[] {
  const local = [...(node.localScope?.() ?? [])].map((token) => token.content);
  return [...local, ...(node.blockScope?.() ?? [])];
}

function optionalPaths(node: Template): VariablePath[] {
  const isTest = 'name' in node && typeof node.name === 'string' && TESTS.includes(node.name);
  const own = argumentsOf(node);
  return pathsOf(node, isTest ? own : own.filter((argument) => filtersOf(argument).includes('default')));
}

function filtersOf(argument: Argument): string[] {
  return argument instanceof Value ? argument.filters.map((filter) => filter.name) : [];
}

/** The variables in some arguments of a node, local ones included. */
function pathsOf(node: Template, own: readonly Argument[]): VariablePath[] {
  const alone: Template = { token: node.token, render: () => undefined, arguments: () => own };
  return variablesIn(Object.values(analyzeSync([alone]).variables).flat());
}

function variablesIn(variables: readonly Variable[]): VariablePath[] {
  return variables.map(({ segments }) =>
    segments.map((segment) => (typeof segment === 'object' ? null : segment)),
  );
}

function argumentsOf(node: Template): Argument[] {
  return node.arguments === undefined ? [] : [...node.arguments()];
}

function withChildren(node: Template): Template[] {
  return [node, ...childrenOf(node).flatMap(withChildren)];
}

/** Without partials, which Studio does not have, the generator yields nothing and returns at once. */
function childrenOf(node: Template): Template[] {
  const result = node.children?.(false, true).next();
  return result?.done === true ? result.value : [];
}

function keyOf(path: VariablePath): string {
  return JSON.stringify(path);
}
