import type { Speech } from '../../studio/model/wait';
import type { Message } from '../emulator/entities/message';
import type { LocalTwilio } from '../emulator/local-twilio';
import type { VirtualClock } from '../emulator/time/virtual-clock';
import { isVirtual } from '../emulator/time/virtual-clock';
import type { LineEvent, PhoneCall } from '../emulator/voice/line';
import { CallPlayer, type PlayerOptions } from './call-player';
import type { CallResult } from './call-result';
import type { CallScript } from './call-script';
import { codesKnown } from './codes-known';
import type { KnownCodes } from './expand-keys';

/** How a script is played. */
export interface PlayOptions extends Pick<PlayerOptions, 'afterStep'> {
  /** Codes of `{oldCode}` and `{otherCode}` that were texted before the call; they go before those that are texted in it. */
  readonly codes?: KnownCodes;
  /** Once it is aborted, the caller hangs up. */
  readonly signal?: AbortSignal;
  /** Sees everything that happens on the call, before the caller acts on it. */
  readonly onEvent?: (event: LineEvent) => void;
}

/** What a call needs of the local Twilio. */
export type CallWorld = Pick<LocalTwilio, 'clock' | 'store' | 'dial' | 'inbox' | 'onMessage'> &
  // A script without answers can do without it.
  Partial<Pick<LocalTwilio, 'answerNext'>>;

/** The end of a call. */
type Over = Extract<LineEvent, { kind: 'over' }>;

/**
 * Makes a call as its script says. In virtual time it takes milliseconds; otherwise as long as a call takes. What
 * goes wrong is in the result.
 */
export async function playCall(
  world: CallWorld,
  script: CallScript,
  options: PlayOptions = {},
): Promise<CallResult> {
  const to = script.to ?? [...world.store.phoneNumbers.values()][0]?.phoneNumber;
  if (to === undefined) return notMade('The account holds no number to call: deploy first');
  const dialled = world.dial({ from: script.from, to });
  if (!dialled.ok) return notMade(dialled.problem);
  world.answerNext?.(script.answers ?? []);
  return follow(world, dialled.call, script, options);
}

async function follow(
  world: CallWorld,
  call: PhoneCall,
  script: CallScript,
  options: PlayOptions,
): Promise<CallResult> {
  const began = world.clock.now();
  const { afterStep } = options;
  const record = createRecord(world);
  const player = new CallPlayer(script, call, {
    codes: () => {
      const { code, ...others } = codesKnown(script.from, world.inbox(script.from), record.messages);
      return { ...others, ...options.codes, ...(code !== undefined && { code }) };
    },
    ...(afterStep && { afterStep }),
  });
  const over = new Promise<Over>((resolve) => {
    call.listen((event) => {
      record.note(event);
      options.onEvent?.(event);
      player.hear(event);
      if (event.kind === 'over') resolve(event);
    });
  });
  player.start();
  const letGo = hangUpOnAbort(call, options.signal);
  const end = await untilOver(world, over).finally(letGo);
  const seconds = Math.round((world.clock.now() - began) / 100) / 10;
  return { ...outcomeOf(end, player.problem), ...record.stop(), seconds };
}

/** Call the answer when there is nothing left to hang up. */
function hangUpOnAbort(call: PhoneCall, signal: AbortSignal | undefined): () => void {
  const hangUp = (): void => call.hangUp();
  signal?.addEventListener('abort', hangUp, { once: true });
  if (signal?.aborted === true) hangUp();
  return () => signal?.removeEventListener('abort', hangUp);
}

/** Null when nothing can happen any more and the call still stands. */
async function untilOver({ clock }: CallWorld, over: Promise<Over>): Promise<Over | null> {
  if (!isVirtual(clock)) return over;
  return (await runUntilSettled(clock, over)) ? over : null;
}

function runUntilSettled(clock: VirtualClock, promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => {
    isSettled = true;
  });
  return clock.runUntil(() => isSettled);
}

/** Everything that a call's result tells of what happened. */
type Happened = Pick<CallResult, 'heard' | 'messages' | 'steps'>;

/** What is noted of a call while it lasts. */
interface CallRecord {
  readonly messages: readonly Message[];
  readonly note: (event: LineEvent) => void;
  readonly stop: () => Happened;
}

function createRecord(world: CallWorld): CallRecord {
  const heard: string[] = [];
  const messages: Message[] = [];
  const steps: { flow: string; widget: string; event: string }[] = [];
  const stopListening = world.onMessage((message) => messages.push(message));
  return {
    messages,
    note: (event) => {
      if (event.kind === 'speaking') heard.push(textOf(event.speech));
      if (event.kind === 'log' && event.entry.kind === 'step') {
        const { flowSid, widget, event: left } = event.entry;
        steps.push({ flow: flowName(world, flowSid), widget, event: left });
      }
    },
    stop: () => {
      stopListening();
      return { heard, messages: messages.map(({ to, body }) => ({ to, body })), steps };
    },
  };
}

function flowName({ store }: CallWorld, flowSid: string): string {
  return store.flows.get(flowSid)?.revisions.at(-1)?.friendlyName ?? flowSid;
}

function textOf(speech: Speech): string {
  return speech.say || (speech.play === '' ? `(tones ${speech.digits})` : `(plays ${speech.play})`);
}

function outcomeOf(
  end: Over | null,
  problem: string | undefined,
): Pick<CallResult, 'outcome' | 'status' | 'verified' | 'attempts' | 'problem'> {
  const { status = '', verified = '', attempts = '' } = end?.result ?? {};
  const returned = { status, verified, attempts };
  if (problem !== undefined) return { outcome: 'failed', ...returned, problem };
  switch (end?.ending.outcome) {
    case 'completed':
    case 'hung-up':
      return { outcome: end.ending.outcome, ...returned };
    case 'failed':
      return { outcome: 'failed', ...returned, problem: end.ending.message };
    case 'stopped':
      return { outcome: 'failed', ...returned, problem: 'Somebody ended the execution through the REST API' };
    case undefined:
      return {
        outcome: 'failed',
        ...returned,
        problem: 'The call never ended: its flow waits for something else',
      };
  }
}

function notMade(problem: string): CallResult {
  const nothing = { status: '', verified: '', attempts: '', heard: [], messages: [], steps: [], seconds: 0 };
  return { outcome: 'failed', ...nothing, problem };
}
