import type { Call } from '../entities/call';
import type { Flow } from '../entities/flow';
import type { IncomingPhoneNumber } from '../entities/incoming-phone-number';
import type { Executions } from '../executions/executions';
import { findFlow } from '../executions/find-flow';
import { flowOfUrl, isFlowUrl } from '../executions/flow-url';
import type { Webhooks } from '../executions/webhooks';
import type { Ids } from '../ids';
import type { Inbox } from '../simulate/inbox';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { TwimlNote } from '../twiml/verbs';
import { isCallerId, numberEnding, withoutNumber } from './caller-id';
import { follow } from './call-instructions';
import { callParameters } from './call-parameters';
import { createProgress } from './call-progress';
import type { LineEvent, PhoneCall } from './line';
import { openCall } from './live-call';
import type { LiveCall } from './program';

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
  /** How TwiML is asked for; without it, nothing but flows can be reached. */
  readonly webhooks?: Webhooks;
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
  return { ok: true, call: ring(world, newCall(world, { from, to }), destination.number) };
}

function destinationOf(
  store: Store,
  to: string,
): { readonly number: IncomingPhoneNumber } | { readonly problem: string } {
  const number = [...store.phoneNumbers.values()].find((held) => held.phoneNumber === to);
  if (number === undefined) return { problem: 'the account does not hold that number: add it first' };
  const problem = problemOfUrl(store, number.voiceUrl);
  return problem === null ? { number } : { problem };
}

/** Why nobody would answer there at all; null where a call can be tried. */
function problemOfUrl(store: Store, voiceUrl: string): string | null {
  if (voiceUrl === '') return 'its voice URL is empty: deploy first';
  if (isFlowUrl(voiceUrl)) return problemOfFlow(store, flowOfUrl(store, voiceUrl));
  const isAddress = URL.canParse(voiceUrl) && /^https?:$/.test(new URL(voiceUrl).protocol);
  return isAddress ? null : 'its voice URL is no address: set one that begins with http:// or https://';
}

function problemOfFlow(store: Store, flow: Flow | undefined): string | null {
  if (flow === undefined) return 'its voice URL is not a flow of this account: deploy again';
  const isPublished = findFlow(store, flow.sid, 'LatestPublished') !== undefined;
  return isPublished ? null : 'its flow was never published: publish a revision first';
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

/** Asks the number's voice URL, a flow or TwiML, as soon as the clock runs. */
function ring(world: ExchangeWorld, call: Call, number: IncomingPhoneNumber): PhoneCall {
  const { webhooks = nobodyAnswers } = world;
  const live = openCall(world, call, (note) => live.line.tell(loggedNote(note)));
  tellOfEnd({ ...world, webhooks }, live, number);
  world.clock.schedule(0, () => {
    if (live.line.state().kind === 'over') return;
    follow({ ...world, webhooks }, live, {
      url: number.voiceUrl,
      method: number.voiceMethod,
      fallbackUrl: number.voiceFallbackUrl,
      fallbackMethod: number.voiceFallbackMethod,
    });
  });
  return live.line;
}

/** A flow's own webhook needs no telling: the line does that. */
function tellOfEnd(
  { store, clock, webhooks }: ExchangeWorld & { readonly webhooks: Webhooks },
  { call, line }: LiveCall,
  { statusCallback: url, statusCallbackMethod: method }: IncomingPhoneNumber,
): void {
  if (url === '' || isFlowUrl(url)) return;
  const parametersOf = () => callParameters(store.account.sid, call);
  const tell = createProgress(webhooks, { url, method, events: ['completed'] }, parametersOf);
  line.listen((event) => {
    if (event.kind === 'over') tell('completed', call, clock.now());
  });
}

function nobodyAnswers(): ReturnType<Webhooks> {
  return Promise.resolve({ failure: 'network' });
}

/** What Twilio would note in its debugger, for whoever follows the call. 0: a note of ours. */
function loggedNote({ code, message }: TwimlNote): LineEvent {
  return { kind: 'log', entry: { kind: 'warning', code: code ?? 0, message, widget: '' } };
}
