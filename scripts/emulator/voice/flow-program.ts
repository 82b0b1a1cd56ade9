import type { Ending } from '../../../studio/model/execution';
import type { Speech } from '../../../studio/model/wait';
import type { Flow } from '../entities/flow';
import { activeCall, allowsConcurrentCalls } from '../executions/contacts';
import { findFlow } from '../executions/find-flow';
import { endOverdue } from '../executions/overdue';
import { callParameters } from './call-parameters';
import { FlowOnCall, type FlowOnCallWorld } from './flow-on-call';
import { accountEndOf, personOn } from './person';
import type { LiveCall } from './program';

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

/**
 * Twilio asks a flow what to do with a call: the flow starts, or the person is turned away. `extra`: what was sent along with
 * the webhook's own parameters, by the address or by a Gather; it stands under `trigger.call` too.
 */
export function startFlow(
  world: FlowOnCallWorld,
  live: LiveCall,
  flow: Flow,
  extra: Readonly<Record<string, string>> = {},
): void {
  const { store, executions } = world;
  const { call, line } = live;
  const person = personOn(call);
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  const isRefused = !allowsConcurrentCalls(store, flow) && isInCall(world, flow, person);
  if (revision === undefined || isRefused) {
    line.announce(OUT_OF_SERVICE, () => line.end(REFUSED));
    return;
  }
  const program = new FlowOnCall(world, live);
  live.hand(program);
  executions.start({
    flowSid: flow.sid,
    flow: revision,
    trigger: { kind: 'call', parameters: { ...extra, ...callParameters(store.account.sid, call) } },
    ends: { contact: person, flow: accountEndOf(call) },
    initiatedBy: call.sid,
    listener: (event, sid) => program.hear(event, sid),
  });
}

function isInCall(world: FlowOnCallWorld, flow: Flow, person: string): boolean {
  endOverdue(world);
  return activeCall(world.store, flow.sid, person) !== undefined;
}
