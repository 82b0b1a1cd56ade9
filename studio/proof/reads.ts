import { analyzeTemplate } from '../liquid/analyze-template';
import type { State } from '../model/flow-definition';
import { isJsonObject, type Json } from '../model/json';

/** A variable, as the keys that lead to it: `widgets`, `ask_code`, `Digits`. It stands for everything below it. */
export type VariablePath = readonly string[];

/** What a template can read of a flow's own state. */
const ROOTS = ['flow', 'widgets'];

/** Names that tell something of the whole value that they are asked of. */
const OF_THE_WHOLE = ['first', 'last', 'size', 'length'];

/**
 * The variables that a widget's texts read. A part that is no plain key (an index, `size`, a name in a variable) ends the path. Of a
 * text with tags that make names of their own, the roots that it names are read whole. Of a text that Liquid refuses
 * nothing is read, as it renders as nothing.
 */
export function readsOf(state: State): VariablePath[] {
  const paths = liquidIn(state).flatMap(pathsIn);
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Every text of a widget that Studio may render. */
export function liquidIn({ properties, transitions }: State): string[] {
  const conditions = transitions.flatMap((transition) => transition.conditions ?? []);
  return [
    ...textsIn(properties),
    ...conditions.flatMap((condition) => [...condition.arguments, condition.value ?? '']),
  ].filter((text) => text.includes('{{') || text.includes('{%'));
}

/** The variables that one text reads, as `readsOf` says. */
export function pathsIn(text: string): VariablePath[] {
  const analysis = analyzeTemplate(text);
  if (!analysis.ok) return [];
  if (makesNames(text)) return rootsIn(text);
  return analysis.reads.map(({ path }) => {
    const end = path.findIndex((part) => typeof part !== 'string' || OF_THE_WHOLE.includes(part));
    return path.slice(0, end < 0 ? path.length : end).filter((part) => typeof part === 'string');
  });
}

/** With brackets a name may be put together: then anything may be read. */
function rootsIn(text: string): VariablePath[] {
  if (text.includes('[')) return [[]];
  return ROOTS.filter((root) => new RegExp(`\\b${root}\\b`).test(text)).map((root) => [root]);
}

/** Whether a template has any tag but plain choices: what a name stands for is not followed through the others. */
function makesNames(text: string): boolean {
  const tags = [...text.matchAll(/\{%-?\s*(\w+)/g)].map(([, tag]) => tag ?? '');
  return tags.some((tag) => !['if', 'elsif', 'else', 'endif', 'unless', 'endunless'].includes(tag));
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
