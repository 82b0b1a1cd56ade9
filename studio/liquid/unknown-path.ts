import { TypeGuards, type Expression } from 'liquidjs';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import { computedText, isUnknown, nameOfUnknown, openName, originsOf, unknownText } from '../model/unknown';

/** Names that mean something else than a key. */
const SPECIAL_NAMES = ['first', 'last', 'size', 'length'];

const paths = new WeakMap<Expression, readonly string[] | null>();

/** The keys of `{{widgets.menu.Digits}}`; undefined for anything that is not just that. */
export function plainPath(expression: Expression): readonly string[] | undefined {
  const known = paths.get(expression);
  if (known !== undefined) return known ?? undefined;
  const path = plainPathIn(expression);
  paths.set(expression, path ?? null);
  return path;
}

function plainPathIn({ postfix }: Expression): readonly string[] | undefined {
  const [token] = postfix;
  if (postfix.length !== 1 || !TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined)
    return undefined;
  const names = token.props.flatMap((part) =>
    TypeGuards.isWordToken(part) || TypeGuards.isQuotedToken(part) ? [part.content] : [],
  );
  const isPlain = names.length === token.props.length && names.every((name) => !isSpecial(name));
  return isPlain ? names : undefined;
}

function isSpecial(name: string): boolean {
  return SPECIAL_NAMES.includes(name) || /^-?\d/.test(name);
}

/** Follows keys into what is unknown: below an unknown value everything is. */
export function valueAt(scope: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = scope;
  for (const key of path) value = stepInto(value, key);
  return value;
}

function stepInto(value: Json | undefined, key: string): Json | undefined {
  if (typeof value === 'string') return below(value, key);
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, key)) return value[key];
  const name = openName(value);
  return name === undefined ? undefined : unknownText(`${name}.${key}`);
}

function below(text: string, key: string): string | undefined {
  const name = nameOfUnknown(text);
  if (name !== undefined) return unknownText(`${name}.${key}`);
  return isUnknown(text) ? computedText(originsOf(text)) : undefined;
}
