import type { Flow, FlowExecution } from '../entities/flow';
import type { Store } from '../store';
import { findFlow } from './find-flow';

/** The two ends of an execution: the person, and the Twilio number (or service) they meet. */
export interface Ends {
  readonly contact: string;
  readonly flow: string;
}

/**
 * Whether one caller may be in a flow twice at a time. A flow that does not say may: the setting is on by default
 * (https://support.twilio.com/hc/en-us/articles/360019383714).
 */
export function allowsConcurrentCalls(store: Store, flow: Flow): boolean {
  return findFlow(store, flow.sid, 'LatestPublished')?.definition.flags?.allow_concurrent_calls ?? true;
}

/** The call of the same contact that is still in the flow, whatever number it came in by. */
export function activeCall(store: Store, flowSid: string, contact: string): FlowExecution | undefined {
  return active(store, flowSid).find(
    (record) => record.state.trigger.kind === 'call' && record.contactChannelAddress === contact,
  );
}

/**
 * The execution that a new message belongs to, and the one that keeps the REST API from starting another: one may be
 * active for a pair of addresses in a flow (https://www.twilio.com/docs/studio/rest-api/v2/execution). A call counts
 * only where concurrent calls are off: with them on, a caller has no one execution that a message could go to.
 */
export function activeConversation(store: Store, flow: Flow, ends: Ends): FlowExecution | undefined {
  const countsCalls = !allowsConcurrentCalls(store, flow);
  return active(store, flow.sid).find(
    (record) =>
      record.contactChannelAddress === ends.contact &&
      record.flowChannelAddress === ends.flow &&
      (countsCalls || record.state.trigger.kind !== 'call'),
  );
}

function active(store: Store, flowSid: string): FlowExecution[] {
  return [...store.executions.values()].filter(
    (record) => record.flowSid === flowSid && record.state.ending === null,
  );
}
