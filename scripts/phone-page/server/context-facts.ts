import type { Fact } from '../model/page-state';
import { masked } from './mask';

/** Characters of a value that are shown. */
const LONGEST = 400;
/** Rows and levels beyond which a flow's data is not read by a person any more. */
const MOST_ROWS = 120;
const DEEPEST = 4;

/** A value of a flow as rows by dotted path: `flow.variables.notice`. Everything but objects and lists is a row. */
export function contextFacts(value: unknown, path: string): Fact[] {
  return rows(value, path, 0).slice(0, MOST_ROWS);
}

/** A name and its value, masked and cut to what fits. */
export function fact(name: string, value: string): Fact {
  return { name: name.slice(0, LONGEST), value: masked(name, value).slice(0, LONGEST) };
}

function rows(value: unknown, path: string, depth: number): Fact[] {
  if (typeof value !== 'object' || value === null) {
    return path === '' || value === undefined
      ? []
      : [fact(path, typeof value === 'string' ? value : JSON.stringify(value))];
  }
  if (depth === DEEPEST) return [fact(path, '…')];
  return Object.entries(value)
    .slice(0, MOST_ROWS)
    .flatMap(([key, inner]) => rows(inner, path === '' ? key : `${path}.${key}`, depth + 1));
}
