import type { FlowRevision, Trigger } from '../../../studio/model/execution';
import type { Ends } from './contacts';
import type { ExecutionListener } from './execution-events';

/** How an execution begins. */
export interface Opening {
  readonly flowSid: string;
  readonly flow: FlowRevision;
  readonly trigger: Trigger;
  readonly ends: Ends;
  /** SID of the call or message; null for the REST API. */
  readonly initiatedBy: string | null;
  /** Left out: nobody is on the line, and whatever needs a call takes it for hung up. */
  readonly listener?: ExecutionListener;
}
