import { AssignTag, ForTag, TypeGuards, type Template } from 'liquidjs';
import { argumentsOf, filteredIn, namesMadeBy, nodesIn } from './template-nodes';

/** How long a loop runs, as far as the template itself says it. */
export interface LoopLength {
  /** Rounds, at most. */
  readonly rounds: number;
  /** True when a list, a `break` or another place in the template may make it shorter. */
  readonly mayBeShorter: boolean;
}

/** A number, or a list of so many items, under a name that the template gives it once and for all. */
interface Constant {
  readonly value: number;
  readonly isList: boolean;
  /** True when the name may not have it yet: it is given inside another tag. */
  readonly isDoubtful: boolean;
}

type Constants = ReadonlyMap<string, Constant>;

/**
 * The lengths of the loops that say it themselves: by a range of two numbers, a `limit` with a number, or a list split
 * from a text. Left out are those that only a variable from outside decides.
 */
export function loopLengths(templates: readonly Template[], nodes: readonly Template[]): LoopLength[] {
  const constants = constantsIn(templates, nodes);
  return nodes.flatMap((node) => (node instanceof ForTag ? (lengthOf(node, constants) ?? []) : []));
}

function lengthOf(node: ForTag, constants: Constants): LoopLength | undefined {
  const list = listIn(node.collection, constants) ?? unknown(Infinity);
  const limit = modifier(node, 'limit', constants, Infinity);
  const offset = modifier(node, 'offset', constants, 0);
  const rounds = Math.min(Math.max(0, list.value - offset.value), limit.value);
  if (rounds === Infinity) return undefined;
  const isDoubtful = [list, limit, offset].some((constant) => constant.isDoubtful);
  return { rounds, mayBeShorter: isDoubtful || leavesEarly(node) };
}

/** What `limit` or `offset` says; `none` where it is absent, or only a variable from outside decides. */
function modifier({ hash }: ForTag, name: string, constants: Constants, none: number): Constant {
  if (!Object.hasOwn(hash.hash, name)) return { ...unknown(none), isDoubtful: false };
  return numberIn(hash.hash[name], constants) ?? unknown(none);
}

function unknown(value: number): Constant {
  return { value, isList: false, isDoubtful: true };
}

function leavesEarly(node: ForTag): boolean {
  return nodesIn(node.templates).some((inner) => 'name' in inner && inner.name === 'break');
}

function listIn(token: unknown, constants: Constants): Constant | undefined {
  if (!TypeGuards.isRangeToken(token)) return named(token, constants, true);
  const [first, last] = [numberIn(token.lhs, constants), numberIn(token.rhs, constants)];
  if (first === undefined || last === undefined) return undefined;
  return {
    value: Math.max(0, last.value - first.value + 1),
    isList: true,
    isDoubtful: first.isDoubtful || last.isDoubtful,
  };
}

function numberIn(token: unknown, constants: Constants): Constant | undefined {
  if (!TypeGuards.isNumberToken(token)) return named(token, constants, false);
  return { value: Math.floor(token.content), isList: false, isDoubtful: false };
}

function named(token: unknown, constants: Constants, isList: boolean): Constant | undefined {
  if (!TypeGuards.isPropertyAccessToken(token) || token.props.length !== 1) return undefined;
  const [name] = token.props;
  const constant = TypeGuards.isWordToken(name) ? constants.get(name.content) : undefined;
  return constant?.isList === isList ? constant : undefined;
}

/** A name that is made twice is no constant; one that is made inside a tag, or after the first loop, is a doubtful one. */
function constantsIn(templates: readonly Template[], nodes: readonly Template[]): Constants {
  const constants = new Map<string, Constant>();
  const certain = new Set(templates);
  const made = new Map<string, number>();
  let hasLooped = false;
  for (const node of nodes) {
    hasLooped ||= node instanceof ForTag;
    const names = [...namesMadeBy(node), ...(node.blockScope?.() ?? [])];
    for (const name of names) made.set(name, (made.get(name) ?? 0) + 1);
    const constant = node instanceof AssignTag ? constantIn(node) : undefined;
    const [name] = names;
    if (constant === undefined || name === undefined) continue;
    constants.set(name, { ...constant, isDoubtful: hasLooped || !certain.has(node) });
  }
  return new Map([...constants].filter(([name]) => made.get(name) === 1));
}

function constantIn(node: AssignTag): Omit<Constant, 'isDoubtful'> | undefined {
  const [filtered] = argumentsOf(node).map(filteredIn);
  if (filtered?.initial.postfix.length !== 1) return undefined;
  const [value] = filtered.initial.postfix;
  const [filter, ...more] = filtered.filters;
  if (TypeGuards.isNumberToken(value) && filter === undefined) {
    return { value: Math.floor(value.content), isList: false };
  }
  const [separator] = filter?.args ?? [];
  if (filter?.name !== 'split' || more.length > 0) return undefined;
  if (!TypeGuards.isQuotedToken(value) || !TypeGuards.isQuotedToken(separator)) return undefined;
  return { value: itemsIn(value.content, separator.content), isList: true };
}

/** Empty items at the end are dropped, as in Shopify's Liquid. */
function itemsIn(text: string, separator: string): number {
  return text.split(separator).findLastIndex((item) => item !== '') + 1;
}
