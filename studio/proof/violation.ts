import { scriptOf, type Scripted } from './call-script';
import type { LoggedEdge } from './explore';
import type { Witness } from './witness/find-witness';

/** A property that does not hold, with a call that shows it. */
export interface Violation {
  readonly property: string;
  readonly message: string;
  /** Which kind of execution: `a call`. */
  readonly title: string;
  /** The number that calls. */
  readonly caller: string;
  /** It takes a subflow that Studio cannot run. */
  readonly isSubflowMissing: boolean;
  /** What happens, in order, until it shows. */
  readonly happens: readonly string[];
  readonly script: Scripted;
  /** Every widget step of that call, for the picture: `widget event next`. */
  readonly edges: readonly LoggedEdge[];
}

/** A violation, as the call that shows it has it. */
export function violationOf(
  property: string,
  message: string,
  title: string,
  edges: readonly LoggedEdge[],
  witness: Witness,
): Violation {
  const runs = edges.flatMap(({ decisions }) => decisions).filter(({ fact }) => fact.kind === 'subflow');
  const missing = runs.filter(({ taken }) => !taken);
  const isSometimesMissing = missing.length > 0 && missing.length < runs.length;
  const reason = 'it takes a subflow that Studio can run at one time and not at another';
  return {
    property,
    message,
    title,
    caller: witness.trigger.caller,
    isSubflowMissing: missing.length > 0,
    happens: witness.choices.map(({ label }) => label),
    script: isSometimesMissing ? { ok: false, reason } : scriptOf(witness),
    edges,
  };
}
