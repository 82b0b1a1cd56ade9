import type { Arguments, Template, Value } from 'liquidjs';

/** What stands in an output or a tag: a value with its filters, or one without any. */
export type Argument = Arguments extends Iterable<infer One> ? One : never;

/** A value with filters; those of a `cycle` are kept as tokens, which have the same two parts. */
export type Filtered = Pick<Value, 'initial'> & {
  readonly filters: readonly Pick<Value['filters'][number], 'name' | 'args'>[];
};

/** Every node of a template, each before what stands inside it. */
export function nodesIn(templates: readonly Template[]): Template[] {
  const nodes: Template[] = [];
  const pending = [...templates].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    for (const child of childrenOf(node).reverse()) pending.push(child);
  }
  return nodes;
}

/** Without partials, which Studio does not have, the generator yields nothing and returns at once. */
export function childrenOf(node: Template): Template[] {
  const result = node.children?.(false, true).next();
  return result?.done === true ? [...result.value] : [];
}

/** Those that are there: for a word without a value, like `reversed` in a `for`, liquidjs gives undefined. */
export function argumentsOf(node: Template): Argument[] {
  const own: readonly (Argument | undefined)[] = node.arguments === undefined ? [] : [...node.arguments()];
  return own.filter((argument) => argument !== undefined);
}

/** An argument as a value with filters; undefined for one that cannot have any, like the list of a `for`. */
export function filteredIn(argument: Argument): Filtered | undefined {
  return 'initial' in argument && 'filters' in argument ? argument : undefined;
}

/** The names of an argument's filters. */
export function filtersOf(argument: Argument): string[] {
  return filteredIn(argument)?.filters.map(({ name }) => name) ?? [];
}

/** The names that a node makes for the rest of the template: `assign`, `capture`, `increment`, `decrement`. */
export function namesMadeBy(node: Template): string[] {
  return [...(node.localScope?.() ?? [])].map(({ content }) => content);
}
