import { IfTag, Output, TypeGuards, type Template } from 'liquidjs';
import type { JsonObject } from '../model/json';
import { compileExpression, isTruthy, type Compute } from './compile-expression';
import { engine, printed } from './engine';
import { parseTemplate } from './parse-template';
import { StudioContext } from './studio-context';

/** Renders one template. Throws what liquidjs throws: a filter that cannot take its input, too much memory. */
export type Print = (scope: JsonObject) => string;

/** One way through an `if`. */
interface Branch {
  readonly condition: Compute;
  readonly print: Print;
}

const compiled = new Map<string, Print | Error>();

/**
 * A template as a function, or why Studio refuses it. Each text is compiled once, in whichever flows it stands: the text is all
 * that it depends on, so executions stay plain JSON and widgets go on naming templates by their text. What most templates of a flow are made of,
 * text, variables and plain comparisons, runs as plain functions; a filter is left to liquidjs, and so is a whole template
 * with any tag but `if`.
 */
export function compileTemplate(template: string): Print | Error {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const nodes = parseTemplate(template);
  const print = nodes instanceof Error ? nodes : (compileNodes(nodes) ?? rendered(nodes));
  compiled.set(template, print);
  return print;
}

function rendered(nodes: Template[]): Print {
  return (scope) => String(engine.renderSync(nodes, new StudioContext(scope)));
}

/** Undefined when one of the nodes may change what the others see. */
function compileNodes(nodes: readonly Template[]): Print | undefined {
  const prints = nodes.map(compileNode).filter((print) => print !== undefined);
  if (prints.length < nodes.length) return undefined;
  const [only] = prints;
  if (only !== undefined && prints.length === 1) return only;
  return (scope) => prints.reduce((text, print) => text + print(scope), '');
}

function compileNode(node: Template): Print | undefined {
  if (node instanceof Output) return compileOutput(node);
  if (node instanceof IfTag) return compileIf(node);
  if (!TypeGuards.isHTMLToken(node.token)) return undefined;
  const text = rendered([node])({});
  return () => text;
}

/** The last filter of every output is the engine's own, which prints objects: `printed`. */
function compileOutput(output: Output): Print {
  const { initial, filters } = output.value;
  const compute = filters.length === 1 ? compileExpression(initial) : undefined;
  if (compute === undefined) return rendered([output]);
  return (scope) => printed(compute(scope));
}

function compileIf({ branches, elseTemplates }: IfTag): Print | undefined {
  const ways = branches.flatMap(({ value, templates }): Branch[] => {
    const condition = value.filters.length === 0 ? compileExpression(value.initial) : undefined;
    const print = compileNodes(templates);
    return condition === undefined || print === undefined ? [] : [{ condition, print }];
  });
  const otherwise = compileNodes(elseTemplates ?? []);
  if (ways.length < branches.length || otherwise === undefined) return undefined;
  return (scope) => (ways.find(({ condition }) => isTruthy(condition(scope)))?.print ?? otherwise)(scope);
}
