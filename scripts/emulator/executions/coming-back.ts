import type { OutsideWait } from '../../../studio/model/wait';
import type { FlowExecution } from '../entities/flow';
import type { Store } from '../store';
import { flowEventOf, flowOfUrl } from './flow-url';

/**
 * Whether an address brings back to an execution what its TwiML Redirect has handed over: the flow's webhook with
 * `FlowEvent=return` (https://www.twilio.com/docs/studio/widget-library/twiml-redirect), while the execution waits for it. Not
 * public: whether a subflow's own webhook does so, too; here it does, like its parent's.
 */
export function comesBack(store: Store, { state }: FlowExecution, wait: OutsideWait, url: string): boolean {
  if (state.wait !== wait || flowEventOf(url) !== 'return') return false;
  const flowSid = flowOfUrl(store, url)?.sid;
  return state.frames.some((frame) => frame.flowSid === flowSid);
}
