import { playBeginning, playStep, type PlayedStep } from './played-step';
import { NO_MEMORY, type Memory } from './recording';
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
  readonly step: PlayedStep;
  readonly decisions: readonly string[];
  readonly callerTurns: number;
  readonly troubles: number;
}

/**
 * Plays every short call, through the local Twilio's engine, and says whether one of them is unsafe: the protected words are
 * spoken although Verify did not approve the caller, or a code is asked for somebody else's number. Knows nothing of the proof.
 * What `memory` has played before need not be played again.
 */
export function judge(
  flows: FlowPair,
  limits: JudgeLimits = JUDGE_LIMITS,
  memory: Memory = NO_MEMORY,
): Judgement {
  let calls = 0;
  for (const [index, stage] of stagesOf(flows).entries()) {
    const play = (from: PlayedStep, option: string): PlayedStep => {
      const known = memory.recall(index, from.key, option);
      if (known !== undefined) return known;
      const step = playStep(stage, from.saved, option);
      memory.remember(index, from.key, option, step);
      return step;
    };
    const judgement = judgeStage(stage, limits, play);
    calls += judgement.calls;
    if (judgement.unsafeCall !== null) return { ...judgement, calls };
  }
  return { unsafeCall: null, calls };
}

/** Breadth first, so that the call that is found is a short one. What is the same after two calls is followed once. */
function judgeStage(
  stage: Stage,
  limits: JudgeLimits,
  play: (from: PlayedStep, option: string) => PlayedStep,
): Judgement {
  const known = new Set<string>();
  const beginning = playBeginning(stage);
  const queue: Reached[] = [{ step: beginning, decisions: [], callerTurns: 0, troubles: 0 }];
  let calls = 1;
  if (beginning.isUnsafe) return { unsafeCall: [stage.caller], calls };
  for (const from of queue) {
    for (const { option, callerTurns, troubles } of decisionsAt(from, limits)) {
      const step = play(from.step, option);
      calls += 1;
      const decisions = [...from.decisions, option];
      if (step.isUnsafe) return { unsafeCall: [stage.caller, ...decisions], calls };
      const key = `${String(troubles)} ${step.key}`;
      if (!known.has(key)) queue.push({ step, decisions, callerTurns, troubles });
      known.add(key);
    }
  }
  return { unsafeCall: null, calls };
}

/** What can be decided there, within the limits, and what the call has had of each then. */
function decisionsAt(
  { step: { turn }, decisions, ...before }: Reached,
  limits: JudgeLimits,
): { readonly option: string; readonly callerTurns: number; readonly troubles: number }[] {
  if (decisions.length >= MAXIMUM_DECISIONS) return [];
  const callerTurns = before.callerTurns + (turn.kind === 'caller' ? 1 : 0);
  return turn.options
    .map((option) => ({ option, callerTurns, troubles: before.troubles + (isTrouble(option) ? 1 : 0) }))
    .filter((after) => after.callerTurns <= limits.callerTurns && after.troubles <= limits.troubles);
}
