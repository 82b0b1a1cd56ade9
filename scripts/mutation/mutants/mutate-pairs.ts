import type { FlowDefinition, Parameter, State } from '../../../studio/model/flow-definition';
import { parametersOf } from '../../../studio/model/parameters';
import { quoted, withState, type Mutation, type MutationKind } from './mutant';

/** Every value of every Set Variables widget: another value of the same key, blank, or a count that is one off. */
export function mutateVariables(flow: FlowDefinition): Mutation[] {
  const all = pairsOf(flow, 'variables');
  return mutatePairs(flow, 'variables', 'variable-value', ({ key, value }) => [
    ...all.filter((pair) => pair.key === key).map((pair) => pair.value),
    '',
    ...oneOff(value),
  ]);
}

/** Every parameter of a Function or a subflow: blank, or what another parameter of the flow holds. */
export function mutateParameters(flow: FlowDefinition): Mutation[] {
  const all = pairsOf(flow, 'parameters');
  return mutatePairs(flow, 'parameters', 'parameter-value', () => ['', ...all.map((pair) => pair.value)]);
}

function oneOff(value: string): string[] {
  if (/^\d+$/.test(value)) return [String(Number(value) + 1), String(Number(value) - 1)];
  if (!value.includes('| plus: 1')) return [];
  return ['| plus: 2', '| plus: 0', '| minus: 1'].map((count) => value.replace('| plus: 1', count));
}

function pairsOf(flow: FlowDefinition, property: string): Parameter[] {
  return flow.states.flatMap((state) => parametersOf(state.properties[property]));
}

function mutatePairs(
  flow: FlowDefinition,
  property: string,
  kind: MutationKind,
  valuesFor: (pair: Parameter) => readonly string[],
): Mutation[] {
  return flow.states.flatMap((state) =>
    parametersOf(state.properties[property]).flatMap((pair, place) =>
      [...new Set(valuesFor(pair))]
        .filter((value) => value !== pair.value)
        .map((value) => ({
          kind,
          widget: state.name,
          description: `${state.name}, ${pair.key}: is ${quoted(value)}, not ${quoted(pair.value)}`,
          definition: withState(flow, withValue(state, property, place, value)),
        })),
    ),
  );
}

function withValue(state: State, property: string, place: number, value: string): State {
  const pairs = parametersOf(state.properties[property]).map((pair, index) => ({
    ...pair,
    ...(index === place && { value }),
  }));
  return { ...state, properties: { ...state.properties, [property]: pairs } };
}
