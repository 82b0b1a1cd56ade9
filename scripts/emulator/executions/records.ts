import type { LogEntry, Progress, StepEntry } from '../../../studio/model/execution';
import type { FlowExecution, StepRecord } from '../entities/flow';
import type { Opening } from './opening';

/** The record of an execution that has just begun: what the REST API will show of it. */
export function newRecord(opening: Opening, progress: Progress, now: number): FlowExecution {
  return {
    sid: progress.execution.sid,
    flowSid: opening.flowSid,
    contactChannelAddress: opening.ends.contact,
    flowChannelAddress: opening.ends.flow,
    initiatedBy: opening.initiatedBy,
    state: progress.execution,
    steps: [],
    warnings: [],
    dateCreated: now,
    dateUpdated: now,
  };
}

/** Writes a log entry into the record, with the time (milliseconds since 1970) and a SID for a step, which it returns. */
export function writeDown(
  record: FlowExecution,
  entry: LogEntry,
  { now, newSid }: { readonly now: () => number; readonly newSid: (prefix: string) => string },
): StepRecord | null {
  if (entry.kind === 'warning') {
    record.warnings.push(entry);
    return null;
  }
  const step = { ...entry, sid: subflowStepSid(record, entry) ?? newSid('FT'), date: now() };
  record.steps.push(step);
  return step;
}

/** The step of a Run Subflow widget has its SID before it ends: the steps inside name it as their parent. */
function subflowStepSid(record: FlowExecution, entry: StepEntry): string | undefined {
  const inside = record.steps.at(-1);
  if (entry.type !== 'run-subflow' || !inside?.widget.startsWith(`${entry.widget}/`)) return undefined;
  const sid = inside.frames.at(-1)?.parent?.['step_sid'];
  return typeof sid === 'string' ? sid : undefined;
}
