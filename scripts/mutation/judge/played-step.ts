import { JudgedCall, type SavedCall, type Turn } from './judged-call';
import type { Stage } from './stage';

/** What one decision in a call leads to: up to where the next one has to be made. */
export interface PlayedStep {
  readonly saved: SavedCall;
  /** The call as it stands, as text: calls with the same one go on alike. */
  readonly key: string;
  readonly turn: Turn;
  readonly isUnsafe: boolean;
  /** Every widget that ran or waited meanwhile: `parent:success`, `subflow:ask_code`. */
  readonly widgets: readonly string[];
}

/** Plays the beginning of a call. */
export function playBeginning(stage: Stage): PlayedStep {
  return stepOf(new JudgedCall(stage));
}

/** Goes on from a call as it was left, with a decision. */
export function playStep(stage: Stage, from: SavedCall, option: string): PlayedStep {
  const call = new JudgedCall(stage, from);
  call.take(option);
  return stepOf(call);
}

function stepOf(call: JudgedCall): PlayedStep {
  const turn = call.turn();
  const saved = call.save();
  return { saved, key: JSON.stringify(saved), turn, isUnsafe: call.isUnsafe(), widgets: call.visited() };
}
