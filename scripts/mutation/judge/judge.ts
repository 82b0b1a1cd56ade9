import { JudgedCall, type SavedCall, type Turn } from './judged-call';
import { stagesOf, type FlowPair, type Stage } from './stage';
import { isTrouble } from './verify-stand-in';

/** How far the judge looks. */
export interface JudgeLimits {
  /** What a caller does in one call. */
  readonly callerTurns: number;
  /** Answers of functions in one call that are not what they would say by themselves. */
  readonly troubles: number;
}

/**
 * Decisions of one call, of whatever kind: some mistakes let a flow ask functions for ever without its caller. A call of
 * the shipped flows in which every caller's turn leads to a request has at most ten.
 */
const MAXIMUM_DECISIONS = 14;

/** Enough to use up every counter of the shipped flows. */
const JUDGE_LIMITS: JudgeLimits = { callerTurns: 4, troubles: 1 };

/** The first unsafe call that was found, as its decisions; null when none was. `calls` is how many were played. */
export interface Judgement {
  readonly unsafeCall: readonly string[] | null;
  readonly calls: number;
}

/** A call up to a turn, with the decisions that led there. */
interface Reached {
  readonly saved: SavedCall;
  readonly turn: Turn;
  readonly decisions: readonly string[];
  readonly callerTurns: number;
  readonly troubles: number;
}

/**
 * Plays every short call, through the local Twilio's engine, and says whether one of them is unsafe: the protected words are
 * spoken although Verify did not approve the caller, or a code is asked for somebody else's number. Knows nothing of the proof.
 */
export function judge(flows: FlowPair, limits: JudgeLimits = JUDGE_LIMITS): Judgement {
  let calls = 0;
  for (const stage of stagesOf(flows)) {
    const judgement = judgeStage(stage, limits);
    calls += judgement.calls;
    if (judgement.unsafeCall !== null) return { ...judgement, calls };
  }
  return { unsafeCall: null, calls };
}

/** Breadth first, so that the call that is found is a short one. What is the same after two calls is followed once. */
function judgeStage(stage: Stage, limits: JudgeLimits): Judgement {
  const known = new Set<string>();
  const beginning = new JudgedCall(stage);
  const queue = [reachedBy(beginning, [], 0, 0)];
  let calls = 1;
  if (beginning.isUnsafe()) return { unsafeCall: [stage.caller], calls };
  for (const from of queue) {
    if (from.decisions.length >= MAXIMUM_DECISIONS) continue;
    for (const option of from.turn.options) {
      const callerTurns = from.callerTurns + (from.turn.kind === 'caller' ? 1 : 0);
      const troubles = from.troubles + (isTrouble(option) ? 1 : 0);
      if (callerTurns > limits.callerTurns || troubles > limits.troubles) continue;
      const call = new JudgedCall(stage, from.saved);
      call.take(option);
      calls += 1;
      const reached = reachedBy(call, [...from.decisions, option], callerTurns, troubles);
      if (call.isUnsafe()) return { unsafeCall: [stage.caller, ...reached.decisions], calls };
      const key = JSON.stringify([reached.saved, troubles]);
      if (!known.has(key)) queue.push(reached);
      known.add(key);
    }
  }
  return { unsafeCall: null, calls };
}

function reachedBy(
  call: JudgedCall,
  decisions: readonly string[],
  callerTurns: number,
  troubles: number,
): Reached {
  const turn = call.turn();
  return { saved: call.save(), turn, decisions, callerTurns, troubles };
}
