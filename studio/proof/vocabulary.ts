import type { Condition, FlowDefinition } from '../model/flow-definition';
import type { AnswerUse } from './unknown-requests';

/** The words that flows compare with and read: all that their behaviour can depend on. */
export interface Vocabulary {
  /** Every constant of every condition, lists taken apart. */
  readonly literals: readonly string[];
  /** Those that something keyed in is compared with. */
  readonly keyLiterals: readonly string[];
  /** What is read of `widgets.<name>.parsed`, by widget. */
  readonly answerKeys: ReadonlyMap<string, readonly string[]>;
  /** What is read of `widgets.<name>`, by widget: dotted paths. */
  readonly outputKeys: ReadonlyMap<string, readonly string[]>;
}

/** Reads the vocabulary of a set of flows. Conditions by expression (`regex`) have no constants to read. */
export function vocabularyOf(flows: readonly FlowDefinition[]): Vocabulary {
  const conditions = flows.flatMap((flow) =>
    flow.states.flatMap((state) => state.transitions.flatMap((transition) => transition.conditions ?? [])),
  );
  const keyed = conditions.filter((condition) =>
    condition.arguments.some((text) => text.includes('.Digits')),
  );
  return {
    literals: constantsOf(conditions),
    keyLiterals: constantsOf(keyed),
    answerKeys: keysOf(flows, /widgets\.([\w-]+)\.parsed\.([\w-]+)/g),
    outputKeys: keysOf(flows, /widgets\.([\w-]+)\.([\w-]+(?:\.[\w-]+)*)/g),
  };
}

/** What the proof has to vary in the answer of one widget. */
export function answerUse(vocabulary: Vocabulary, widget: string): AnswerUse {
  return { keys: vocabulary.answerKeys.get(widget) ?? [], literals: vocabulary.literals };
}

/** What the proof has to vary in the variables that an event brings to one widget. */
export function outputUse(vocabulary: Vocabulary, widget: string): AnswerUse {
  return { keys: vocabulary.outputKeys.get(widget) ?? [], literals: vocabulary.literals };
}

function keysOf(flows: readonly FlowDefinition[], pattern: RegExp): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  const text = JSON.stringify(flows.map((flow) => flow.states));
  for (const [, widget = '', key = ''] of text.matchAll(pattern)) {
    const known = keys.get(widget) ?? [];
    if (!known.includes(key)) keys.set(widget, [...known, key]);
  }
  return keys;
}

function constantsOf(conditions: readonly Condition[]): string[] {
  const texts = conditions
    .filter((condition) => condition.type !== 'regex')
    .flatMap((condition) => (condition.value ?? '').split(','))
    .map((text) => text.trim());
  return [...new Set(texts)].filter((text) => text !== '' && !text.includes('{{'));
}
