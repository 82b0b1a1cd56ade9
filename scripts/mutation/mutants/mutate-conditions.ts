import type { Condition, FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import { conditions as COMPARISONS } from '../../../studio/widgets/conditions';
import { arrowName, quoted, withTransition, type Mutation, type MutationKind } from './mutant';

/** A condition that says something else. */
interface Change {
  readonly kind: MutationKind;
  readonly what: string;
  readonly condition: Condition;
}

/** All that a flow's conditions compare, and compare with. */
interface Words {
  readonly literals: readonly string[];
  readonly readings: readonly string[];
}

/** Every condition of every split with each other comparison, value and variable, and numbers that are one off. */
export function mutateConditions(flow: FlowDefinition): Mutation[] {
  const words = wordsOf(flow);
  return flow.states.flatMap((state) =>
    state.transitions.flatMap((arrow, place) =>
      (arrow.conditions ?? []).flatMap((condition, index) =>
        changesOf(condition, words).map((change) => mutation(flow, { state, arrow, place, index }, change)),
      ),
    ),
  );
}

interface Where {
  readonly state: State;
  readonly arrow: Transition;
  readonly place: number;
  readonly index: number;
}

function mutation(
  flow: FlowDefinition,
  { state, arrow, place, index }: Where,
  { kind, what, condition }: Change,
): Mutation {
  const conditions = (arrow.conditions ?? []).map((old, at) => (at === index ? condition : old));
  return {
    kind,
    widget: state.name,
    description: `${arrowName(state, arrow)}: ${what}`,
    definition: withTransition(flow, state, place, { ...arrow, conditions }),
  };
}

function changesOf(condition: Condition, words: Words): Change[] {
  return [
    ...typeChanges(condition),
    ...valueChanges(condition, words.literals),
    ...argumentChanges(condition, words.readings),
    ...limitChanges(condition, words.literals),
  ];
}

function typeChanges(condition: Condition): Change[] {
  return Object.keys(COMPARISONS)
    .filter((type) => type !== condition.type)
    .map((type) => ({
      kind: 'condition-type',
      what: `compares by ${type}`,
      condition: { ...condition, type },
    }));
}

function valueChanges(condition: Condition, literals: readonly string[]): Change[] {
  return ['', ...literals]
    .filter((value) => value !== condition.value)
    .map((value) => ({
      kind: 'condition-value',
      what: `compares with ${quoted(value)}`,
      condition: { ...condition, value },
    }));
}

function argumentChanges(condition: Condition, readings: readonly string[]): Change[] {
  return readings
    .filter((reading) => !condition.arguments.includes(reading))
    .map((reading) => ({
      kind: 'condition-argument',
      what: `looks at ${reading}`,
      condition: { ...condition, arguments: [reading] },
    }));
}

/** One more and one less, unless the flow has that number elsewhere, so that it is a change of value already. */
function limitChanges(condition: Condition, literals: readonly string[]): Change[] {
  if (!/^\d+$/.test(condition.value ?? '')) return [];
  return [-1, 1]
    .map((by) => String(Number(condition.value) + by))
    .filter((value) => !literals.includes(value))
    .map((value) => ({
      kind: 'counter-limit',
      what: `is one off: ${value}`,
      condition: { ...condition, value },
    }));
}

function wordsOf(flow: FlowDefinition): Words {
  const conditions = flow.states.flatMap((state) =>
    state.transitions.flatMap((transition) => transition.conditions ?? []),
  );
  return {
    literals: [...new Set(conditions.flatMap(({ value }) => value ?? []))],
    readings: [...new Set(conditions.flatMap((condition) => condition.arguments))],
  };
}
