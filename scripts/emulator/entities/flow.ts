import type { Execution, StepEntry, WarningEntry } from '../../../studio/model/execution';
import type { FlowDefinition } from '../../../studio/model/flow-definition';

/** A Studio flow with all its revisions (https://www.twilio.com/docs/studio/rest-api/v2/flow). */
export interface Flow {
  readonly sid: string;
  readonly revisions: FlowRevisionRecord[];
  readonly dateCreated: number;
}

/** One revision, 1 and up; a new one for each create and update. */
export interface FlowRevisionRecord {
  readonly revision: number;
  readonly friendlyName: string;
  readonly status: 'draft' | 'published';
  readonly commitMessage: string | null;
  readonly definition: FlowDefinition;
  readonly date: number;
}

/** An execution as the REST API shows it, around the interpreter's state. */
export interface FlowExecution {
  readonly sid: string;
  readonly flowSid: string;
  readonly contactChannelAddress: string;
  readonly flowChannelAddress: string;
  /** SID of the call, the message or the REST request that started it. */
  readonly initiatedBy: string;
  state: Execution;
  readonly steps: StepRecord[];
  readonly warnings: WarningEntry[];
  readonly dateCreated: number;
  dateUpdated: number;
}

/** A finished step, oldest first. */
export interface StepRecord extends StepEntry {
  readonly sid: string;
  readonly date: number;
}
