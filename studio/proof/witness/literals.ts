import type { FlowDefinition } from '../../model/flow-definition';
import { compileExpression } from '../../widgets/conditions';
import { liquidIn } from '../reads';

/** Texts that are worth trying wherever a flow does not know what comes: those that it compares with, and near ones. */
export function literalsIn(flows: readonly FlowDefinition[]): string[] {
  const states = flows.flatMap((flow) => flow.states);
  const conditions = states
    .flatMap((state) => state.transitions)
    .flatMap((transition) => transition.conditions ?? []);
  const compared = conditions.flatMap(({ type, value = '' }) =>
    type === 'regex' ? samplesOf(value) : [value, ...value.split(',')],
  );
  const written = states.flatMap(liquidIn).flatMap(constantsIn);
  const texts = [...compared, ...written].map((text) => text.trim()).filter((text) => !/\{[{%]/.test(text));
  return [...new Set(texts.flatMap((text) => [text, ...neighbours(text)]))];
}

function constantsIn(template: string): string[] {
  const tags = [...template.matchAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g)].map(([tag]) => tag);
  return tags.flatMap((tag) =>
    [...tag.matchAll(/"([^"]*)"|'([^']*)'|(-?\d+)/g)].map(
      ([, one, other, number]) => one ?? other ?? number ?? '',
    ),
  );
}

function neighbours(text: string): string[] {
  if (!/^\d{1,9}$/.test(text)) return [];
  return [String(Number(text) + 1), String(Math.max(0, Number(text) - 1))];
}

/** Texts that an expression may match: its letters, the first of each class. Only those that it does match. */
function samplesOf(expression: string): string[] {
  const sample = expression
    .replace(/\\d/g, '1')
    .replace(/\\w/g, 'a')
    .replace(/\\(.)/g, '$1')
    .replace(/\[\^[^\]]*\]/g, '_')
    .replace(/\[(.)[^\]]*\]/g, '$1')
    .replace(/(.)\{(\d{1,2})[^}]*\}/g, (_, letter: string, times: string) => letter.repeat(Number(times)))
    .replace(/[()^$]|\?[:i]/g, '')
    .replace(/\.?[*+?]/g, '');
  const matches = compileExpression(expression);
  return sample.split('|').filter((text) => matches?.test(text) === true);
}
