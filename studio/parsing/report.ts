import { isJsonObject } from '../model/json';
import type { Problem } from '../model/problem';

/** The names that Studio's validator gives to JSON types. */
export type TypeName = 'string' | 'integer' | 'boolean' | 'array' | 'object';

/** Gathers problems in document order, with the sentences of Twilio's validator where they are known. */
export class Report {
  readonly problems: Problem[] = [];

  error(rule: string, place: string, message: string): void {
    this.problems.push({ severity: 'error', rule, place, message });
  }

  warning(rule: string, place: string, message: string): void {
    this.problems.push({ severity: 'warning', rule, place, message });
  }

  hasErrors(): boolean {
    return this.problems.some((problem) => problem.severity === 'error');
  }

  /** True when the value is of the type; else reports it, and answers false. */
  type(place: string, value: unknown, expected: TypeName, rule = 'property-types'): boolean {
    if (value === undefined) {
      this.error(rule, place, 'is missing but it is required');
      return false;
    }
    const found = typeName(value);
    if (found === expected) return true;
    this.error(rule, place, `${found} found, ${expected} expected`);
    return false;
  }
}

/** The type of a JSON value in the words of Twilio's validator. */
function typeName(value: unknown): TypeName | 'number' | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
