import type { Ending } from '../../../studio/model/execution';
import type { Speech } from '../../../studio/model/wait';
import type { Flow } from '../entities/flow';
import { activeCall, allowsConcurrentCalls } from '../executions/contacts';
import type { Executions } from '../executions/executions';
import { findFlow } from '../executions/find-flow';
import type { Store } from '../store';
import { callParameters } from './call-parameters';
import { accountEndOf, personOn } from './person';
import type { LiveCall } from './program';

/** What a flow on a call needs. */
export interface FlowProgramWorld {
  readonly store: Store;
  readonly executions: Executions;
}

/** Not public: the words of Twilio's out-of-service message (https://support.twilio.com/hc/en-us/articles/360019383714). */
const OUT_OF_SERVICE: Speech = {
  say: 'We are sorry. The number you have called is out of service. Goodbye.',
  play: '',
  digits: '',
  language: 'en-US',
  voice: '',
  loop: 1,
};

const REFUSED: Ending = {
  outcome: 'failed',
  code: null,
  message: 'The caller is already in a call with this flow, which does not allow concurrent calls',
};

/** Twilio asks a flow what to do with a call: the flow starts, or the person is turned away. */
export function startFlow(world: FlowProgramWorld, { call, line, hand }: LiveCall, flow: Flow): void {
  const { store, executions } = world;
  const person = personOn(call);
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  const isRefused = !allowsConcurrentCalls(store, flow) && activeCall(store, flow.sid, person) !== undefined;
  if (revision === undefined || isRefused) {
    line.announce(OUT_OF_SERVICE, () => line.end(REFUSED));
    return;
  }
  let executionSid: string | null = null;
  hand({
    resume: (input) => {
      if (executionSid !== null) executions.resume(executionSid, input);
    },
  });
  executions.start({
    flowSid: flow.sid,
    flow: revision,
    trigger: { kind: 'call', parameters: callParameters(store.account.sid, call) },
    ends: { contact: person, flow: accountEndOf(call) },
    initiatedBy: call.sid,
    listener: (event, sid) => {
      executionSid = sid;
      line.handle(event);
    },
  });
}
