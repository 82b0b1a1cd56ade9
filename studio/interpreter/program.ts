import type { FlowDefinition, State } from '../model/flow-definition';

/** The states of a flow by name. */
export type Program = ReadonlyMap<string, State>;

const programs = new WeakMap<FlowDefinition, Program>();

/** Indexes a definition once; the same object answers from memory afterwards. */
export function programOf(definition: FlowDefinition): Program {
  const known = programs.get(definition);
  if (known !== undefined) return known;
  const program: Program = new Map(definition.states.map((state) => [state.name, state]));
  programs.set(definition, program);
  return program;
}
