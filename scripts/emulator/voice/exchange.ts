import type { Call } from '../entities/call';
import type { Flow } from '../entities/flow';
import type { IncomingPhoneNumber } from '../entities/incoming-phone-number';
import type { Executions } from '../executions/executions';
import { findFlow } from '../executions/find-flow';
import { flowOfUrl } from '../executions/flow-url';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { isCallerId, numberEnding, withoutNumber } from './caller-id';
import { startFlow } from './flow-program';
import type { PhoneCall } from './line';
import { openCall } from './live-call';

/** Who calls which number of the account; `from` in E.164, or `anonymous`. */
export interface Dialling {
  readonly from: string;
  readonly to: string;
}

/** A call that rings, or one sentence on why it cannot be made and what to do about it. */
export type DialResult =
  { readonly ok: true; readonly call: PhoneCall } | { readonly ok: false; readonly problem: string };

/** What placing calls needs. */
export interface ExchangeWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly inbox: Inbox;
  readonly executions: Executions;
}

/**
 * Places a call to a number of the account. It rings when this returns, and moves on with the clock: whoever listens
 * at once misses nothing.
 */
export function dial(world: ExchangeWorld, { from, to }: Dialling): DialResult {
  if (!isCallerId(from)) {
    return {
      ok: false,
      problem: `Cannot call from ${withoutNumber(from)}: give a number like +14155550100, or "anonymous"`,
    };
  }
  const destination = destinationOf(world.store, to);
  if ('problem' in destination) {
    return { ok: false, problem: `Cannot call ${numberEnding(to)}: ${destination.problem}` };
  }
  return { ok: true, call: ring(world, newCall(world, { from, to }), destination.flow) };
}

function destinationOf(store: Store, to: string): { flow: Flow } | { problem: string } {
  const number = [...store.phoneNumbers.values()].find((held) => held.phoneNumber === to);
  if (number === undefined) return { problem: 'the account does not hold that number: add it first' };
  if (number.voiceUrl === '') return { problem: 'its voice URL is empty: deploy first' };
  return flowBehind(store, number);
}

function flowBehind(store: Store, number: IncomingPhoneNumber): { flow: Flow } | { problem: string } {
  const flow = flowOfUrl(store, number.voiceUrl);
  if (flow === undefined) return { problem: 'its voice URL is not a flow of this account: deploy again' };
  if (findFlow(store, flow.sid, 'LatestPublished') === undefined) {
    return { problem: 'its flow was never published: publish a revision first' };
  }
  return { flow };
}

function newCall(world: ExchangeWorld, { from, to }: Dialling): Call {
  return {
    sid: world.ids.sid('CA'),
    from,
    to,
    direction: 'inbound',
    status: 'ringing',
    dateCreated: world.clock.now(),
    startTime: null,
    endTime: null,
  };
}

function ring(world: ExchangeWorld, call: Call, flow: Flow): PhoneCall {
  const live = openCall(world, call, () => undefined);
  world.clock.schedule(0, () => {
    if (live.line.state().kind !== 'over') startFlow(world, live, flow);
  });
  return live.line;
}
