import type { Template } from 'liquidjs';
import { doubtsIn, type LiquidDoubt } from './doubtful-liquid';
import { loopLengths, type LoopLength } from './loop-length';
import { firstLine, parseTemplate } from './parse-template';
import { printedRaw } from './printed-raw';
import { argumentsOf, filtersOf, nodesIn } from './template-nodes';
import { globalsIn, keyOf, pathsIn, type VariablePath } from './variable-paths';

export type { VariablePath };

/** A variable that a template reads from outside, told once; filters without a `|` are none. What `assign`, `capture` and `for` make inside it is left out. */
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
      /** Variables whose text gets into the result without going through `url_encode`, also by way of `assign`; each once. */
      readonly printedRaw: readonly VariablePath[];
      /** Filters used anywhere in it. */
      readonly filters: readonly string[];
      /** How often each loop runs whose length stands in the template itself. */
      readonly loopLengths: readonly LoopLength[];
      /** What it hardly means to say. */
      readonly doubts: readonly LiquidDoubt[];
    }
  | { readonly ok: false; readonly reason: string };

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
  const nodes = nodesIn(templates);
  const optional = new Set(nodes.flatMap(optionalPaths).map(keyOf));
  const globals = globalsIn(templates);
  const roots = new Set(globals.map(([root]) => String(root)));
  const doubts = doubtsIn(template, nodes);
  const filters = new Set(doubts.map(({ filter }) => filter));
  const isFilter = ([root, ...rest]: VariablePath): boolean => rest.length === 0 && filters.has(String(root));
  return {
    ok: true,
    doubts,
    reads: globals
      .filter((path) => !isFilter(path))
      .map((path) => ({ path, isOptional: optional.has(keyOf(path)) })),
    printedRaw: printedRaw(templates, roots),
    filters: nodes.flatMap((node) => argumentsOf(node).flatMap(filtersOf)),
    loopLengths: loopLengths(templates, nodes),
  };
}

function optionalPaths(node: Template): VariablePath[] {
  const isTest = 'name' in node && typeof node.name === 'string' && TESTS.includes(node.name);
  const own = argumentsOf(node);
  return (isTest ? own : own.filter((argument) => filtersOf(argument).includes('default'))).flatMap(pathsIn);
}
