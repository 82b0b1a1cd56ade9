import { isJsonObject, type Json } from '../model/json';
import type { Problem } from '../model/problem';
import { mendType, type TypeName } from './mend-type';

/** Gathers problems in document order, with the sentences of Twilio's validator where they are known. */
export class Report {
  readonly problems: Problem[] = [];

  /** `saysMends`: Twilio's sentences are followed by what to do, which Twilio does not say. */
  constructor(private readonly saysMends = false) {}

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
  type(place: string, value: Json | undefined, expected: TypeName, rule = 'property-types'): boolean {
    const found = value === undefined ? undefined : typeName(value);
    if (found === expected) return true;
    const message =
      found === undefined ? 'is missing but it is required' : `${found} found, ${expected} expected`;
    this.error(rule, place, this.saysMends ? `${message}: ${mendType(value, expected)}` : message);
    return false;
  }
}

/** The type of a JSON value in the words of Twilio's validator. */
function typeName(value: Json): TypeName | 'number' | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
