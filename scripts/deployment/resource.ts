import type { Account } from './account';
import type { Have } from './have';
import type { Outputs } from './outputs';
import type { Decision, ResourceKind } from './plan/plan';
import type { Want } from './want';

/** What a decision is made from, and what `apply` may look at. All plain data. */
export interface Situation {
  readonly want: Want;
  readonly have: Have;
  /** What earlier resources came to; in a plan, as far as `have` alone tells. */
  readonly known: Outputs;
}

/** One kind of thing that a deployment makes. One file each in `resources/`; `resources/registry.ts` lists them in order. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly name: (want: Want) => string;
  /** Pure. */
  readonly decide: (situation: Situation) => Decision;
  /** Pure: what is known of SIDs and URLs before anything is applied, or when the resource is kept. */
  readonly outputs: (situation: Situation, decision: Decision) => Outputs;
  /** Carries out `create` or `update`. Throws what the SDK throws, and `AccountChangedError`. */
  readonly apply: (account: Account, situation: Situation) => Promise<Outputs>;
}
