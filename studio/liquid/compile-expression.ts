import { TypeGuards, type Expression } from 'liquidjs';
import { isJsonObject, type JsonObject } from '../model/json';

/** Finds a value in the variables that a template sees. Never throws. */
export type Compute = (scope: JsonObject) => unknown;

type Operator = (left: unknown, right: unknown) => boolean;

/** The operators of `if` that are the same for all JSON; `contains` and comparisons of size are left to liquidjs. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  '==': isSame,
  '!=': (left, right) => !isSame(left, right),
  and: (left, right) => isTruthy(left) && isTruthy(right),
  or: (left, right) => isTruthy(left) || isTruthy(right),
};

/** Names that mean something else than a key, to Liquid or to JavaScript: left to liquidjs. */
const SPECIAL_NAMES = ['first', 'last', 'size', 'length'];

/**
 * An expression as a plain function, when it only names variables and constants and compares them. Undefined when there is more
 * to it: liquidjs evaluates that.
 */
export function compileExpression({ postfix }: Expression): Compute | undefined {
  const stack: Compute[] = [];
  for (const token of postfix) {
    const next = TypeGuards.isOperatorToken(token)
      ? combined(OPERATORS[token.operator], stack.pop(), stack.pop())
      : compileOperand(token);
    if (next === undefined) return undefined;
    stack.push(next);
  }
  return stack.pop();
}

/** In Liquid only `false` and nothing at all are false. */
export function isTruthy(value: unknown): boolean {
  return value !== false && value !== undefined && value !== null;
}

function combined(operator?: Operator, right?: Compute, left?: Compute): Compute | undefined {
  if (operator === undefined || left === undefined || right === undefined) return undefined;
  return (scope) => operator(left(scope), right(scope));
}

function compileOperand(token: unknown): Compute | undefined {
  if (TypeGuards.isPropertyAccessToken(token)) {
    const names = token.variable === undefined ? token.props.map(nameIn) : [undefined];
    return names.every((name) => name !== undefined) ? (scope) => valueAt(scope, names) : undefined;
  }
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token)) {
    const { content } = token;
    return () => content;
  }
  return undefined;
}

/** A part of a path that is a key of an object, whatever it is asked of; undefined for any other. */
function nameIn(part: unknown): string | undefined {
  if (!TypeGuards.isWordToken(part) && !TypeGuards.isQuotedToken(part)) return undefined;
  const { content } = part;
  return SPECIAL_NAMES.includes(content) || /^-?\d/.test(content) ? undefined : content;
}

function valueAt(scope: JsonObject, names: readonly string[]): unknown {
  let value: unknown = scope;
  for (const name of names) {
    if (value === null) return null;
    value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** Arrays are the same when their items are; objects only when they are one object. */
function isSame(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left)) return left === right;
  return (
    Array.isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => isSame(item, right[index]))
  );
}
