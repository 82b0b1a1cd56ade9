import type { JsonObject } from '../../../studio/model/json';
import type { Call } from '../entities/call';
import type { Executions } from '../executions/executions';
import type { PlaceFlowCall } from '../executions/flow-call';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { Webhooks } from '../executions/webhooks';
import { problemOfEnds } from './call-ends';
import { flowOnCallWorld } from './call-instructions';
import { callParameters } from './call-parameters';
import { FlowOnCall } from './flow-on-call';
import type { OutgoingCalls } from './outgoing-calls';

/** What the calls of flows need. */
export interface FlowCallsWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly outgoingCalls: OutgoingCalls;
  readonly executions: Executions;
  /** How TwiML is asked for that a flow hands its call to. */
  readonly webhooks: Webhooks;
}

/**
 * Makes the calls that executions ask for: the execution goes on by `answered`, and has the call until one of the two is
 * over, or by `busy`, `noAnswer` or `failed` (https://www.twilio.com/docs/studio/widget-library/make-outgoing-call).
 */
export function createFlowCalls(world: FlowCallsWorld): PlaceFlowCall {
  const { store, clock, outgoingCalls } = world;
  return ({ executionSid, ...ends }, tell) => {
    if (problemOfEnds(store, ends) !== null) {
      clock.schedule(0, () => tell(eventOf('failed', {})));
      return () => undefined;
    }
    let program: FlowOnCall | null = null;
    const parametersOf = (call: Call): JsonObject => callParameters(store.account.sid, call);
    const call = outgoingCalls.place({
      ...ends,
      statusCallback: { url: '', method: 'POST', events: [] },
      instructions: {
        take: (live) => {
          program = new FlowOnCall(flowOnCallWorld(world), live, executionSid);
          live.hand(program);
          tell(eventOf('answered', parametersOf(live.call)));
        },
      },
      onEnd: (ended) => {
        if (program === null) tell(eventOf(endOf(ended.status), parametersOf(ended)));
      },
    });
    return (event, sid) => {
      if (program === null) outgoingCalls.find(call.sid)?.hear(event);
      else program.hear(event, sid);
    };
  };
}

function eventOf(event: string, data: JsonObject) {
  return { kind: 'outside-event', event, data } as const;
}

function endOf(status: Call['status']): 'busy' | 'noAnswer' | 'failed' {
  if (status === 'busy') return 'busy';
  return status === 'failed' ? 'failed' : 'noAnswer';
}
