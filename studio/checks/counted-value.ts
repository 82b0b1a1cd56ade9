import { analyzeTemplate } from '../liquid/analyze-template';

/** What a widget sets a variable to, as far as a loop's bound hangs on it. */
export type CountedValue =
  /** Itself plus `step`, which may be negative or 0; `first` is what it is taken to be where it is blank. */
  | { readonly kind: 'count'; readonly by: string; readonly step: number; readonly first: number }
  | { readonly kind: 'literal'; readonly value: number }
  /** Something made of itself in another way. */
  | { readonly kind: 'itself' }
  /** Anything else. */
  | { readonly kind: 'other' };

const NUMBER = String.raw`["']?(-?\d+(?:\.\d+)?)["']?`;

/** `{{flow.variables.n | default: 0 | plus: 1}}`, with or without the default. */
const COUNT = new RegExp(
  String.raw`^\{\{-?\s*([\w.-]+)\s*(?:\|\s*default:\s*${NUMBER}\s*)?\|\s*(plus|minus):\s*${NUMBER}\s*-?\}\}$`,
);

/** `{% if flow.variables.n %}{{flow.variables.n | plus: 1}}{% else %}1{% endif %}` */
const COUNT_OR_FIRST = new RegExp(
  String.raw`^\{%-?\s*if\s+([\w.-]+)\s*-?%\}\s*(\{\{[^{}]*\}\})\s*\{%-?\s*else\s*-?%\}\s*${NUMBER}\s*\{%-?\s*endif\s*-?%\}$`,
);

/** Reads the value of a Set Variables pair, given the paths under which the variable itself is read. */
export function countedValue(text: string, itself: readonly string[]): CountedValue {
  const trimmed = text.trim();
  if (!trimmed.includes('{')) return { kind: 'literal', value: Number(trimmed) || 0 };
  const count = countOrFirst(trimmed);
  if (count?.kind === 'count' && itself.includes(count.by)) return count;
  const analysis = analyzeTemplate(text);
  const readsItself = analysis.ok && analysis.reads.some(({ path }) => itself.includes(path.join('.')));
  return { kind: readsItself ? 'itself' : 'other' };
}

function countOrFirst(text: string): CountedValue | undefined {
  const [, tested, counted = '', first] = COUNT_OR_FIRST.exec(text) ?? [];
  if (tested === undefined) return plainCount(text);
  const count = plainCount(counted);
  if (count?.kind !== 'count' || count.by !== tested) return undefined;
  return { ...count, first: Number(first) - count.step };
}

function plainCount(text: string): CountedValue | undefined {
  const [, by, first = '0', filter, operand] = COUNT.exec(text) ?? [];
  if (by === undefined) return undefined;
  const step = Number(operand) * (filter === 'minus' ? -1 : 1);
  return { kind: 'count', by, step, first: Number(first) };
}
