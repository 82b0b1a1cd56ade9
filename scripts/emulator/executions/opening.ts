import type { FlowRevision, Trigger } from '../../../studio/model/execution';
import type { Ends } from './contacts';
import type { ExecutionListener } from './execution-events';

/** How an execution begins. */
export interface Opening {
  readonly flowSid: string;
  readonly flow: FlowRevision;
  readonly trigger: Trigger;
  readonly ends: Ends;
  /** SID of the call, the message or the REST request (https://www.twilio.com/docs/studio/rest-api/v2/execution). */
  readonly initiatedBy: string;
  /** Left out: nobody is on the line, and whatever needs a call takes it for hung up. */
  readonly listener?: ExecutionListener;
}
