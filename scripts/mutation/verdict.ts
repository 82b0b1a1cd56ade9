import { prove, type Proof } from '../../studio/proof/prove';
import { judge } from './judge/judge';
import type { FlowPair } from './judge/stage';
import type { Mutant } from './mutants';

/** What the judge and the proof, each by itself, say of a mutant. Plain JSON: it travels between processes. */
export interface Verdict extends Pick<Mutant, 'flow' | 'kind' | 'description'> {
  /** Decisions of the unsafe call that the judge found; null when it found none. */
  readonly unsafeCall: readonly string[] | null;
  readonly status: Proof['status'];
  /** The first property that the proof says is broken; empty when it says none is. */
  readonly property: string;
  /** What each of the two took, in milliseconds. */
  readonly judgeMilliseconds: number;
  readonly proofMilliseconds: number;
}

/** Twice what the shipped flows need. A mutant that needs more is refused as not proven. */
const MAXIMUM_STATES = 6_000;

/** The mistakes of a parent show in what the subflow gives back, for which three turns are enough. */
const CALLER_TURNS = { parent: 3, subflow: 4 };

/** Asks both about a mutant. `now` is a clock in milliseconds. */
export function verdictOn({ pair, ...mutant }: Mutant, now: () => number): Verdict {
  const began = now();
  const { unsafeCall } = judge(pair, { callerTurns: CALLER_TURNS[mutant.flow], troubles: 1 });
  const judged = now();
  const { status, violations } = prove(questionOf(pair), {
    states: MAXIMUM_STATES,
    isTimeUp: () => false,
    stopsAtFirst: true,
  });
  return {
    ...mutant,
    unsafeCall,
    status,
    property: violations[0]?.property ?? '',
    judgeMilliseconds: judged - began,
    proofMilliseconds: now() - judged,
  };
}

function questionOf({ parent, subflow }: FlowPair): Parameters<typeof prove>[0] {
  const sids = parent.states
    .filter((state) => state.type === 'run-subflow')
    .flatMap((state) => state.properties['flow_sid'] ?? []);
  const revision = { revision: '1', definition: subflow };
  return {
    parent: { revision: '1', definition: parent },
    subflows: new Map(sids.flatMap((sid) => (typeof sid === 'string' ? [[sid, revision] as const] : []))),
    protectedWidgets: ['success'],
  };
}
