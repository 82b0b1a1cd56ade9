import type { FlowPair } from './judge/stage';
import { MUTATION_KINDS, type MutationKind } from './mutants/mutant';
import { mutationsOf } from './mutants/mutations-of';

/** Which of the two flows has the mistake. */
export type MutatedFlow = 'parent' | 'subflow';

/** A pair of flows with exactly one mistake in it. */
export interface Mutant {
  readonly flow: MutatedFlow;
  readonly kind: MutationKind;
  /** The widget that has it. */
  readonly widget: string;
  readonly description: string;
  readonly pair: FlowPair;
}

/** Every mutant of a pair: the parent's, then the subflow's, in a stable order. */
export function mutantsOf(pair: FlowPair): Mutant[] {
  return [
    ...mutationsOf(pair.parent).map(({ definition, ...mutation }) => ({
      ...mutation,
      flow: 'parent' as const,
      pair: { ...pair, parent: definition },
    })),
    ...mutationsOf(pair.subflow).map(({ definition, ...mutation }) => ({
      ...mutation,
      flow: 'subflow' as const,
      pair: { ...pair, subflow: definition },
    })),
  ];
}

/** So many mutants of each kind, the same ones for the same seed. */
export function sampleOfEach(mutants: readonly Mutant[], size: number, seed: number): Mutant[] {
  return MUTATION_KINDS.flatMap((kind) =>
    sampleOf(
      mutants.filter((mutant) => mutant.kind === kind),
      size,
      seed,
    ),
  );
}

/**
 * So many items out of a list, evenly spread: the same ones for the same seed. A stride through a list that goes widget by
 * widget meets every widget.
 */
export function sampleOf<T>(items: readonly T[], size: number, seed: number): T[] {
  if (size >= items.length) return [...items];
  const stride = items.length / size;
  return Array.from({ length: size }, (_, index) => Math.floor((index + seed) * stride)).flatMap((place) =>
    items.slice(place, place + 1),
  );
}
