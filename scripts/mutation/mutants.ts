import type { FlowPair } from './judge/stage';
import type { MutationKind } from './mutants/mutant';
import { mutationsOf } from './mutants/mutations-of';

/** Which of the two flows has the mistake. */
export type MutatedFlow = 'parent' | 'subflow';

/** A pair of flows with exactly one mistake in it. */
export interface Mutant {
  readonly flow: MutatedFlow;
  readonly kind: MutationKind;
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

/**
 * So many items out of a list, evenly spread: the same ones for the same seed. A stride through a list that goes widget by
 * widget meets every widget and every kind.
 */
export function sampleOf<T>(items: readonly T[], size: number, seed: number): T[] {
  if (size >= items.length) return [...items];
  const stride = items.length / size;
  return Array.from({ length: size }, (_, index) => Math.floor((index + seed) * stride)).flatMap((place) =>
    items.slice(place, place + 1),
  );
}
