import { assertNever } from '../../../studio/model/assert-never';
import type { Ending } from '../../../studio/model/execution';
import type { JsonObject } from '../../../studio/model/json';
import type { Input, Speech } from '../../../studio/model/wait';
import type { Call } from '../entities/call';
import type { CallWait, ExecutionEvent } from '../executions/execution-events';
import { createListeners } from '../listeners';
import type { Clock } from '../time/clock';
import { type Activity, stateOf } from './activity';
import { callParameters } from './call-parameters';
import { Gathering, type KeysWait } from './gathering';
import type { LineEvent, LineState, PhoneCall } from './line';
import { speechSeconds } from '../../../studio/model/speech-seconds';
import { subflowResult } from './subflow-result';

/** What the line needs of the world. */
export interface LineWorld {
  readonly accountSid: string;
  readonly clock: Clock;
  /** Brings what happened on the line to the flow. */
  readonly resume: (input: Input) => void;
}

/**
 * One live call: says and collects what a flow asks for, in the clock's time, as TwiML's Say, Play and Gather do
 * (https://www.twilio.com/docs/voice/twiml), and takes what the caller does.
 */
export class CallLine implements PhoneCall {
  readonly #call: Call;
  readonly #world: LineWorld;
  readonly #listeners = createListeners<LineEvent>();
  #activity: Activity = { kind: 'waiting' };
  #result: Readonly<Record<string, string>> = {};

  constructor(call: Call, world: LineWorld) {
    this.#call = call;
    this.#world = world;
  }

  get sid(): string {
    return this.#call.sid;
  }

  get from(): string {
    return this.#call.from;
  }

  get to(): string {
    return this.#call.to;
  }

  state(): LineState {
    return stateOf(this.#activity);
  }

  listen(listener: (event: LineEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Not public: whether Twilio keeps keys that are pressed while nothing collects them. Here they are lost. */
  press(keys: string): void {
    if (this.#activity.kind === 'collecting') this.#activity.gathering.press(keys);
  }

  hangUp(): void {
    if (this.#activity.kind === 'over') return;
    this.#close();
    this.#world.resume({ kind: 'hang-up', callParameters: this.#parameters() });
  }

  /** Tells whoever listens of something that is not the line's own doing. */
  tell(event: LineEvent): void {
    this.#listeners.tell(event);
  }

  /** Takes what the flow does or wants. */
  handle(event: ExecutionEvent): void {
    switch (event.kind) {
      case 'call-wait':
        this.#begin(event.wait);
        return;
      case 'outside':
        // The caller is with somebody else: a payment, an agent, a queue.
        if (this.#activity.kind !== 'over') this.answer();
        return;
      case 'ended':
        this.end(event.ending);
        return;
      case 'log':
        this.#result = subflowResult(event.entry) ?? this.#result;
        this.tell(event);
        return;
      case 'request':
        this.tell(event);
        return;
      default:
        assertNever(event);
    }
  }

  /** Cuts short what is said or collected, because something else is to be done; nobody is told how it would have ended. */
  interrupt(): void {
    if (this.#activity.kind === 'over') return;
    this.#stopActivity();
    this.#activity = { kind: 'waiting' };
  }

  /**
   * The flow is over, and with it the call, if the caller has not ended it before. `unanswered`: the status of a call that
   * was never answered.
   */
  end(ending: Ending, unanswered: Call['status'] = 'no-answer'): void {
    this.#close(unanswered);
    this.tell({ kind: 'over', ending, result: this.#result });
  }

  /** Says something that no flow asked for, then `afterwards`. */
  announce(speech: Speech, afterwards: () => void): void {
    this.answer();
    this.#speak(speech, afterwards);
  }

  #begin(wait: CallWait): void {
    // The flow does not know yet that the caller is gone.
    if (this.#activity.kind === 'over') return;
    this.answer();
    if (wait.kind === 'keys') this.#collect(wait);
    else this.#speak(wait.speech, () => this.#resume({ kind: 'audio-complete' }));
  }

  /**
   * Ends the ringing: by whoever is called, and on a call that comes in as soon as there is something to hear
   * (https://support.twilio.com/hc/en-us/articles/360019383714).
   */
  answer(): void {
    if (this.#call.status !== 'ringing') return;
    this.#call.status = 'in-progress';
    this.#call.startTime = this.#world.clock.now();
    this.tell({ kind: 'answered' });
  }

  #speak(speech: Speech, afterwards: () => void): void {
    const seconds = speechSeconds(speech);
    const timer = this.#world.clock.schedule(seconds * 1000, () => {
      this.#activity = { kind: 'waiting' };
      this.tell({ kind: 'spoken', speech });
      if (this.state().kind === 'waiting') afterwards();
    });
    this.#activity = { kind: 'speaking', speech, timer };
    this.tell({ kind: 'speaking', speech, seconds, takesKeys: false });
  }

  #collect(wait: KeysWait): void {
    const gathering = new Gathering(wait, {
      clock: this.#world.clock,
      tell: (event) => this.tell(event),
      finish: (gathered) => {
        if (this.#activity.kind === 'over') return;
        this.#activity = { kind: 'waiting' };
        this.#resume(gathered.kind === 'empty' ? { kind: 'timeout' } : { ...gathered, kind: 'keys' });
      },
    });
    this.#activity = { kind: 'collecting', gathering };
    gathering.begin();
  }

  /**
   * Not public: the status of a call whose caller gave up, or whose flow ended, while it rang. `no-answer` is for calls
   * that end unanswered, `canceled` for those that the REST API ends (https://www.twilio.com/docs/voice/api/call-resource).
   */
  #close(unanswered: Call['status'] = 'no-answer'): void {
    if (this.#activity.kind === 'over') return;
    this.#stopActivity();
    this.#activity = { kind: 'over' };
    this.#call.status = this.#call.startTime === null ? unanswered : 'completed';
    this.#call.endTime = this.#world.clock.now();
  }

  #stopActivity(): void {
    if (this.#activity.kind === 'speaking') this.#activity.timer.cancel();
    if (this.#activity.kind === 'collecting') this.#activity.gathering.stop();
  }

  #resume(input: Extract<Input, { kind: 'audio-complete' | 'keys' | 'timeout' }>): void {
    this.#world.resume({ ...input, callParameters: this.#parameters() });
  }

  #parameters(): JsonObject {
    return callParameters(this.#world.accountSid, this.#call);
  }
}
