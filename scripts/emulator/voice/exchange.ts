import type { Ending } from '../../../studio/model/execution';
import type { Speech } from '../../../studio/model/wait';
import type { Call } from '../entities/call';
import type { Flow } from '../entities/flow';
import type { IncomingPhoneNumber } from '../entities/incoming-phone-number';
import { activeCall, allowsConcurrentCalls } from '../executions/contacts';
import type { ExecutionListener } from '../executions/execution-events';
import type { Executions } from '../executions/executions';
import { findFlow } from '../executions/find-flow';
import { flowOfUrl } from '../executions/flow-url';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { CallLine } from './call-line';
import { callParameters } from './call-parameters';
import { isCallerId, numberEnding, withoutNumber } from './caller-id';
import type { PhoneCall } from './line';

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
  const call = newCall(world, { from, to });
  world.store.calls.set(call.sid, call);
  return { ok: true, call: ring(world, call, destination.flow) };
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
  let executionSid: string | null = null;
  const line = new CallLine(call, {
    accountSid: world.store.account.sid,
    clock: world.clock,
    resume: (input) => {
      if (executionSid !== null) world.executions.resume(executionSid, input);
      else if (input.kind === 'hang-up') line.end({ outcome: 'hung-up' });
    },
  });
  deliverTexts(world.inbox, line);
  world.clock.schedule(0, () => {
    if (line.state().kind === 'over') return;
    connect(world, { call, flow, line }, (event, sid) => {
      executionSid = sid;
      line.handle(event);
    });
  });
  return line;
}

/** While the call lasts, its caller sees the texts that come in. */
function deliverTexts(inbox: Inbox, line: CallLine): void {
  const stop = inbox.onMessage((message) => {
    const isForCaller = message.to === line.from || message.to === `whatsapp:${line.from}`;
    if (isForCaller) line.tell({ kind: 'message', message });
  });
  line.listen((event) => {
    if (event.kind === 'over') stop();
  });
}

/** Twilio asks the number's voice URL: the flow starts, or the caller is turned away. */
function connect(
  world: ExchangeWorld,
  { call, flow, line }: { call: Call; flow: Flow; line: CallLine },
  listener: ExecutionListener,
): void {
  const { store, executions } = world;
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  const isRefused =
    !allowsConcurrentCalls(store, flow) && activeCall(store, flow.sid, call.from) !== undefined;
  if (revision === undefined || isRefused) {
    line.announce(OUT_OF_SERVICE, () => {
      line.end(REFUSED);
    });
    return;
  }
  executions.start({
    flowSid: flow.sid,
    flow: revision,
    trigger: { kind: 'call', parameters: callParameters(store.account.sid, call) },
    ends: { contact: call.from, flow: call.to },
    initiatedBy: call.sid,
    listener,
  });
}
