import { createExecutions, type Executions } from '../../scripts/emulator/executions/executions';
import { flowUrl } from '../../scripts/emulator/executions/flow-url';
import type { WebhookRequest, Webhooks } from '../../scripts/emulator/executions/webhooks';
import { type Ids, seededIds } from '../../scripts/emulator/ids';
import { createInbox, type Inbox } from '../../scripts/emulator/simulate/inbox';
import { createStore, type Store } from '../../scripts/emulator/store';
import { dial, type DialResult } from '../../scripts/emulator/voice/exchange';
import type { LineEvent, PhoneCall } from '../../scripts/emulator/voice/line';
import { newPhoneNumber } from '../../scripts/emulator/voice/phone-number';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { OutgoingRequest, RequestResult } from '../../studio/model/wait';
import { CALLER, FLOW_SID, IVR } from './flows';
import { createManualClock, type ManualClock } from './manual-clock';

/** A Studio engine and a phone line, without servers: a flow runs in it as in the local Twilio. */
export interface PhoneWorld {
  readonly store: Store;
  readonly clock: ManualClock;
  readonly ids: Ids;
  readonly inbox: Inbox;
  readonly executions: Executions;
  /** Requests of flows that nobody has answered yet, oldest first. */
  readonly requests: {
    readonly request: OutgoingRequest;
    readonly answer: (result: RequestResult) => void;
  }[];
  /** Applications that serve TwiML: what they answer by URL, query excluded, and what they were asked, oldest first. */
  readonly applications: {
    readonly answers: Map<string, RequestResult>;
    readonly asked: WebhookRequest[];
  };
  readonly webhooks: Webhooks;
  readonly dial: (from?: string, to?: string) => DialResult;
}

/** The account that owns everything in it. */
export const owner = { sid: `AC${'0'.repeat(31)}1`, authToken: 'token-of-a-test' };

/** A world whose one number leads to the flow; further flows by SID can be subflows. */
export function phoneWorld(
  definition: FlowDefinition,
  others: Readonly<Record<string, FlowDefinition>> = {},
): PhoneWorld {
  const store = createStore(owner);
  for (const [sid, flow] of Object.entries({ ...others, [FLOW_SID]: definition })) publish(store, sid, flow);
  const url = flowUrl(owner.sid, FLOW_SID);
  store.phoneNumbers.set('PN1', { ...newPhoneNumber('PN1', IVR, 0), voiceUrl: url, smsUrl: url });
  const parts = { store, clock: createManualClock(), ids: seededIds('phone world') };
  const inbox = createInbox(parts);
  const requests: PhoneWorld['requests'] = [];
  const applications: PhoneWorld['applications'] = { answers: new Map(), asked: [] };
  const webhooks: Webhooks = (request) => {
    applications.asked.push(request);
    const answer = applications.answers.get(request.url.split('?')[0] ?? '');
    return Promise.resolve(answer ?? { failure: 'network' });
  };
  const executions = createExecutions({
    ...parts,
    inbox,
    webhooks,
    ask: (_kind, request) => new Promise((answer) => requests.push({ request, answer })),
  });
  const world = { ...parts, inbox, executions, webhooks };
  return { ...world, requests, applications, dial: (from = CALLER, to = IVR) => dial(world, { from, to }) };
}

function publish(store: Store, sid: string, definition: FlowDefinition): void {
  const revision = { revision: 1, friendlyName: sid, commitMessage: null, definition, date: 0 };
  store.flows.set(sid, { sid, dateCreated: 0, revisions: [{ ...revision, status: 'published' }] });
}

/** A call and what happened on it, as short lines: `said …`, `keys 12`. */
export interface HeardCall {
  readonly call: PhoneCall;
  readonly events: string[];
}

/** Dials and writes down what happens; throws when the call cannot be made. */
export function call(world: PhoneWorld, from?: string): HeardCall {
  const result = world.dial(from);
  if (!result.ok) throw new Error(result.problem);
  const events: string[] = [];
  result.call.listen((event) => {
    const line = lineOf(event);
    if (line !== '') events.push(line);
  });
  return { call: result.call, events };
}

function lineOf(event: LineEvent): string {
  switch (event.kind) {
    case 'speaking':
      return `says ${event.speech.say}`;
    case 'spoken':
      return `said ${event.speech.say}`;
    case 'listening':
      return `listens ${event.timeoutSeconds}`;
    case 'keys':
      return `keys ${event.digits}`;
    case 'message':
      return `message ${event.message.body}`;
    case 'request':
      return `request ${event.status ?? 'none'}`;
    case 'log':
      return event.entry.kind === 'warning' ? `warning ${event.entry.code}` : '';
    case 'over':
      return `over ${event.ending.outcome} ${JSON.stringify(event.result)}`;
    case 'answered':
    case 'silence':
      return event.kind;
  }
}

/** Lets time pass second by second, and applications answer in between. */
export async function passIn({ clock }: PhoneWorld, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1000);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}
