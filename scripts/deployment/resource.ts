import type { Twilio } from 'twilio';

import type { Have } from './have';
import type { FunctionsOutputs, Outputs } from './outputs';
import type { Decision, ResourceKind } from './plan';
import type { Want } from './want';

/** The functions' side of a deployment: the local Twilio's host today, the Serverless API for an account. */
export interface FunctionsTarget {
  /** Where they run already; null when they never did. */
  readonly find: () => Promise<FunctionsOutputs | null>;
  /** Puts the built functions there with these variables; the domain and the SIDs of known functions stay. */
  readonly install: (variables: Readonly<Record<string, string>>) => Promise<FunctionsOutputs>;
}

/** What an apply may use. */
export interface Account {
  readonly client: Twilio;
  readonly functions: FunctionsTarget;
}

/** One kind of thing that a deployment makes. One file each in `resources/`; `resources/registry.ts` lists them in order. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly name: (want: Want) => string;
  /** What `have` alone tells about SIDs and URLs: the plan's decisions about later resources rest on it. */
  readonly outputs: (have: Have) => Outputs;
  /** Pure. `known` holds the outputs of the resources before it. */
  readonly decide: (want: Want, have: Have, known: Outputs) => Decision;
  /** Carries out `create` or `update`; `known` holds what earlier resources came to. Throws what the SDK throws. */
  readonly apply: (account: Account, want: Want, have: Have, known: Outputs) => Promise<Outputs>;
}
