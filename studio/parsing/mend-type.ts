import type { Json } from '../model/json';

/** The names that Studio's validator gives to JSON types. */
export type TypeName = 'string' | 'integer' | 'boolean' | 'array' | 'object';

const EXAMPLES: Readonly<Record<TypeName, string>> = {
  string: 'a text in quotes',
  integer: 'a whole number without quotes',
  boolean: 'true or false without quotes',
  array: 'a list, [ ]',
  object: 'an object, { }',
};

/** Texts that would be right but for their quotes. */
const QUOTED: Readonly<Partial<Record<TypeName, RegExp>>> = {
  integer: /^-?\d{1,15}$/,
  boolean: /^(true|false)$/,
};

/** What to write where a value of another type stands, or none: what is there, in the right form, if it has one. */
export function mendType(value: Json | undefined, expected: TypeName): string {
  if (value === undefined) return `add it, ${EXAMPLES[expected]}`;
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `put it in quotes, "${value}"`;
  }
  if (typeof value !== 'string') return `write ${EXAMPLES[expected]}`;
  if (value.includes('{{')) return `write ${EXAMPLES[expected]}, Liquid is not rendered here`;
  const isQuoted = QUOTED[expected]?.test(value) ?? false;
  return isQuoted ? `remove the quotes, ${value}` : `write ${EXAMPLES[expected]}`;
}
