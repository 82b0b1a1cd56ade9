import { ForTag, TablerowTag, type Template, type Token } from 'liquidjs';

/**
 * How often a loop runs, where the template itself says so: a range of two numbers, or a `limit` with a number.
 * Undefined when a variable decides.
 */
export function loopLength(node: Template): number | undefined {
  if (!(node instanceof ForTag || node instanceof TablerowTag)) return undefined;
  const modifiers = node instanceof ForTag ? node.hash : node.args;
  const limit = numberOf(modifiers.hash['limit']);
  const length = rangeLength(node.collection);
  if (limit === undefined || length === undefined) return length ?? limit;
  return Math.min(limit, length);
}

function rangeLength(collection: Token): number | undefined {
  if (!('lhs' in collection) || !('rhs' in collection)) return undefined;
  const first = numberOf(collection.lhs);
  const last = numberOf(collection.rhs);
  return first === undefined || last === undefined ? undefined : Math.max(0, last - first + 1);
}

function numberOf(token: unknown): number | undefined {
  if (typeof token !== 'object' || token === null || !('content' in token)) return undefined;
  return typeof token.content === 'number' ? token.content : undefined;
}
