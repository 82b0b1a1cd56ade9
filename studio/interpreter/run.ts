import type { Ending, Execution, Frame, LogEntry, Progress, Surroundings } from '../model/execution';
import type { FlowDefinition, State } from '../model/flow-definition';
import type { Wait } from '../model/wait';
import { runningFrame } from './context';
import { programOf } from './program';

/**
 * An execution while it moves: the same fields, changeable, with the log of what happens. It lives for one `start` or
 * `resume`; what leaves is plain JSON again. Frames are replaced, never changed, so that log entries may share them.
 */
export interface Run {
  readonly sid: string;
  readonly trigger: Execution['trigger'];
  readonly surroundings: Surroundings;
  readonly log: LogEntry[];
  frames: readonly Frame[];
  steps: number;
  consecutiveRuns: number;
  hasCall: boolean;
  isCallOver: boolean;
  wait: Wait | null;
  ending: Ending | null;
}

/** Takes an execution up again. */
export function runOf(execution: Execution, surroundings: Surroundings): Run {
  return { ...execution, surroundings, log: [] };
}

/** Lays it down: what `start` and `resume` answer. */
export function progressOf(run: Run): Progress {
  const { log, surroundings: _surroundings, ...execution } = run;
  return { execution, log };
}

/** Ends the execution. What it waited for is of no interest any more. */
export function end(run: Run, ending: Ending): void {
  run.ending = ending;
  run.wait = null;
}

/** Replaces the running frame. */
export function replaceFrame(run: Run, change: Partial<Frame>): void {
  run.frames = run.frames.with(-1, { ...runningFrame(run), ...change });
}

/** The definition that a frame runs. A frame names only revisions that were found once, and those never go away. */
function definitionOf(run: Run, frame: Frame = runningFrame(run)): FlowDefinition {
  const found = run.surroundings.findFlow(frame.flowSid, frame.revision);
  if (found === undefined) throw new Error(`Flow ${frame.flowSid} has lost its revision ${frame.revision}`);
  return found.definition;
}

/** The state that a frame is at. */
export function stateOf(run: Run, frame: Frame = runningFrame(run)): State | undefined {
  return programOf(definitionOf(run, frame)).get(frame.widget);
}

/** A widget's name in logs: `parentWidget/childWidget` inside a subflow. */
export function pathOf(run: Run, widget: string): string {
  const parent = run.frames.length > 1 ? run.frames[0]?.widget : undefined;
  return parent === undefined ? widget : `${parent}/${widget}`;
}

/** Notes one of Twilio's warnings against the running widget. */
export function warn(run: Run, code: number, message: string): void {
  run.log.push({ kind: 'warning', code, message, widget: pathOf(run, runningFrame(run).widget) });
}
