import { analyzeTemplate } from '../liquid/analyze-template';
import type { State } from '../model/flow-definition';
import { isJsonObject, type Json } from '../model/json';

/**
 * The variables that a widget's texts read, as dotted paths: `widgets.ask_code.Digits`. A part that another variable
 * decides ends the path, which then stands for everything below it. Of a text that Liquid refuses nothing is read, as it
 * renders as nothing.
 */
export function readsOf(state: State): string[] {
  const conditions = state.transitions.flatMap((transition) => transition.conditions ?? []);
  const texts = [
    ...textsIn(state.properties),
    ...conditions.flatMap((condition) => [...condition.arguments, condition.value ?? '']),
  ];
  return [...new Set(texts.flatMap(pathsIn))];
}

function pathsIn(text: string): string[] {
  const analysis = analyzeTemplate(text);
  if (!analysis.ok) return [];
  return analysis.reads.map(({ path }) => {
    const unknown = path.indexOf(null);
    return (unknown < 0 ? path : path.slice(0, unknown)).join('.');
  });
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
