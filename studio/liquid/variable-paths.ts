import { TypeGuards, type Template } from 'liquidjs';
import { argumentsOf, childrenOf, filteredIn, namesMadeBy, type Argument } from './template-nodes';

/** The way to a variable: `widgets.ask.Digits` in three parts. Null stands for a part that another variable decides. */
export type VariablePath = readonly (string | number | null)[];

/** The first names that are known inside a template, each as often as it was made. */
type Scope = Map<string, number>;

/**
 * The variables that a template reads from outside, each once, in document order. liquidjs has such a function too; its
 * time grows with the square of the template, as it counts the lines before each variable.
 */
export function globalsIn(templates: readonly Template[]): VariablePath[] {
  const found = new Map<string, VariablePath>();
  visit(templates, new Map(), found);
  return [...found.values()];
}

/** The variables in an argument, local ones included, and those that decide a part of another. */
export function pathsIn(argument: Argument): VariablePath[] {
  return tokensIn(argument).flatMap((token) => {
    const [path, inner] = pathsOfToken(token);
    return [...path, ...inner];
  });
}

/** The same without those that only decide a part of another: their text goes nowhere. */
export function outerPathsIn(token: unknown): VariablePath[] {
  return pathsOfToken(token)[0];
}

/** A path as a text, the same for the same path. */
export function keyOf(path: VariablePath): string {
  return JSON.stringify(path);
}

function visit(templates: readonly Template[], scope: Scope, found: Map<string, VariablePath>): void {
  for (const node of templates) {
    for (const path of argumentsOf(node).flatMap(pathsIn)) {
      const [root] = path;
      if (typeof root === 'string' && !scope.has(root)) found.set(keyOf(path), path);
    }
    for (const name of namesMadeBy(node)) enter(scope, name);
    const inside = [...(node.blockScope?.() ?? [])];
    for (const name of inside) enter(scope, name);
    visit(childrenOf(node), scope, found);
    for (const name of inside) leave(scope, name);
  }
}

function enter(scope: Scope, name: string): void {
  scope.set(name, (scope.get(name) ?? 0) + 1);
}

function leave(scope: Scope, name: string): void {
  const others = (scope.get(name) ?? 0) - 1;
  if (others > 0) scope.set(name, others);
  else scope.delete(name);
}

function tokensIn(argument: Argument): unknown[] {
  const filtered = filteredIn(argument);
  if (filtered === undefined) return [argument];
  return [...filtered.initial.postfix, ...filtered.filters.flatMap(({ args }) => args.flat())];
}

/** The variables that a token stands for, and those that decide a part of them. */
function pathsOfToken(token: unknown): [outer: VariablePath[], inner: VariablePath[]] {
  if (TypeGuards.isRangeToken(token)) {
    const [left, right] = [pathsOfToken(token.lhs), pathsOfToken(token.rhs)];
    return [
      [...left[0], ...right[0]],
      [...left[1], ...right[1]],
    ];
  }
  if (!TypeGuards.isPropertyAccessToken(token)) return [[], []];
  const inner = token.props
    .filter(TypeGuards.isPropertyAccessToken)
    .flatMap((part) => pathsOfToken(part).flat());
  if (token.variable !== undefined) return [[], [...pathsOfToken(token.variable).flat(), ...inner]];
  const [first, ...rest] = token.props;
  const parts = rest.map(partOf);
  // `[a.b].c` is looked for below `a.b`: what it names nobody knows before it runs.
  const roots = TypeGuards.isPropertyAccessToken(first) ? pathsOfToken(first)[0] : [[partOf(first)]];
  return [roots.map((root) => [...root, ...parts]), inner];
}

function partOf(token: unknown): string | number | null {
  const isPlain =
    TypeGuards.isWordToken(token) || TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token);
  return isPlain ? token.content : null;
}
