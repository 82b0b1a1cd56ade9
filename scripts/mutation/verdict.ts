import { prove, type Proof } from '../../studio/proof/prove';
import { judge, type JudgeLimits } from './judge/judge';
import { Recording } from './judge/recording';
import type { FlowPair } from './judge/stage';
import type { Mutant } from './mutants';

/** What the judge and the proof, each by itself, say of a mutant. Plain JSON: it travels between processes. */
export interface Verdict extends Pick<Mutant, 'flow' | 'kind' | 'widget' | 'description'> {
  /** Decisions of the unsafe call that the judge found; null when it found none. */
  readonly unsafeCall: readonly string[] | null;
  readonly status: Proof['status'];
  /** The first property that the proof says is broken; empty when it says none is. */
  readonly property: string;
  /** What the proof says is wrong, or why it cannot say; empty when it is proven. */
  readonly reason: string;
  /** What each of the two took, in milliseconds. */
  readonly judgeMilliseconds: number;
  readonly proofMilliseconds: number;
}

/** Twenty times what the shipped flows need. A mutant that needs more is refused as not proven. */
const MAXIMUM_STATES = 20_000;

/** Enough to use up every counter of the shipped flows. */
const JUDGE_LIMITS: JudgeLimits = { callerTurns: 4, troubles: 1 };

/** Asks both about a mutant. */
export type Bench = (mutant: Mutant) => Verdict;

/** Plays the calls of the flows as they are, once, to judge mutants of them. `now` is a clock in milliseconds. */
export function benchFor(original: FlowPair, now: () => number): Bench {
  const recording = new Recording();
  judge(original, JUDGE_LIMITS, recording);
  return ({ pair, ...mutant }) => {
    const began = now();
    const { unsafeCall } = judge(pair, JUDGE_LIMITS, recording.besides(`${mutant.flow}:${mutant.widget}`));
    const judged = now();
    const { status, violations, reasons } = prove(questionOf(pair), {
      states: MAXIMUM_STATES,
      isTimeUp: () => false,
      stopsAtFirst: true,
      isOneEnough: true,
    });
    const [violation] = violations;
    return {
      ...mutant,
      unsafeCall,
      status,
      property: violation?.property ?? '',
      reason: violation?.message ?? reasons.join('; '),
      judgeMilliseconds: Math.round(judged - began),
      proofMilliseconds: Math.round(now() - judged),
    };
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
