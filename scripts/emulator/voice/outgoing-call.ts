import { assertNever } from '../../../studio/model/assert-never';
import type { Call } from '../entities/call';
import type { ExecutionEvent } from '../executions/execution-events';
import type { Timer } from '../time/clock';
import { follow, type Instructions } from './call-instructions';
import { callParameters } from './call-parameters';
import { createProgress, type ProgressEvent } from './call-progress';
import { openCall } from './live-call';
import type { CallOrder, OutgoingWorld, RingingCall } from './call-order';
import { listenTo, newReceivedCall, type OpenReceivedCall, pressKeys, type ReceivedCall } from './phone-log';
import type { LiveCall } from './program';

/** Not public: how long a call takes to ring somewhere, and people to pick up. */
const MILLISECONDS = { toReach: 1000, toPickUp: 5000 };

/** One call from a number of the account to a simulated phone. */
export class OutgoingCall {
  readonly call: Call;
  readonly #world: OutgoingWorld;
  readonly #order: CallOrder;
  readonly #live: LiveCall;
  readonly #received: OpenReceivedCall;
  readonly #progress: (event: ProgressEvent) => void;
  #timers: readonly Timer[] = [];

  constructor(world: OutgoingWorld, call: Call, order: CallOrder, onRing: (call: RingingCall) => void) {
    this.call = call;
    this.#world = world;
    this.#order = order;
    this.#received = newReceivedCall(call);
    this.#live = openCall(world, call, (note) => this.#received.notes.push(note));
    this.#progress = this.#createProgress();
    this.#live.line.listen((event) => {
      if (event.kind === 'over') this.#over();
    });
    listenTo(this.#live.line, this.#received);
    world.clock.schedule(0, () => this.#dial(onRing));
  }

  get received(): ReceivedCall {
    return this.#received;
  }

  /** Ends it: a call that was not answered yet is `canceled`, an answered one `completed`. */
  end(): void {
    const isAnswered = this.call.startTime !== null;
    if (isAnswered) this.#live.line.hangUp();
    else this.#giveUp('canceled');
  }

  /** Sends an answered call elsewhere. */
  redirect(instructions: Instructions): void {
    follow(this.#world, this.#live, instructions);
  }

  /** Takes what a flow does or wants that has the call. */
  hear(event: ExecutionEvent): void {
    this.#live.line.handle(event);
  }

  #dial(onRing: (call: RingingCall) => void): void {
    if (this.#isOver()) return;
    this.#progress('initiated');
    this.#after(MILLISECONDS.toReach, () => this.#reach(onRing));
  }

  #reach(onRing: (call: RingingCall) => void): void {
    const habits = this.#world.phones.habitsOf(this.call.to);
    if (habits.calls === 'failed') {
      this.#giveUp('failed');
      return;
    }
    this.call.status = 'ringing';
    this.#progress('ringing');
    this.#after(this.#order.timeoutSeconds * 1000, () => this.#giveUp('no-answer'));
    onRing(this.#ringing());
    switch (habits.calls) {
      case 'answer':
        pressKeys(this.#live.line, habits.keys);
        this.#after(MILLISECONDS.toPickUp, () => this.#answer());
        return;
      case 'busy':
        this.#after(MILLISECONDS.toReach, () => this.#giveUp('busy'));
        return;
      case 'ring':
        return;
      default:
        assertNever(habits.calls);
    }
  }

  #ringing(): RingingCall {
    const { line } = this.#live;
    return {
      sid: line.sid,
      from: line.from,
      to: line.to,
      state: () => line.state(),
      listen: (listener) => line.listen(listener),
      press: (keys) => line.press(keys),
      hangUp: () => (this.call.status === 'ringing' ? this.#giveUp('busy') : line.hangUp()),
      answer: () => this.#answer(),
      decline: () => {
        if (this.call.status === 'ringing') this.#giveUp('busy');
      },
    };
  }

  #answer(): void {
    if (this.call.status !== 'ringing') return;
    this.#stopTimers();
    this.#live.line.answer();
    this.#progress('answered');
    follow(this.#world, this.#live, this.#order.instructions);
  }

  #giveUp(status: Call['status']): void {
    if (!this.#isOver()) this.#live.line.end({ outcome: 'stopped' }, status);
  }

  #over(): void {
    this.#stopTimers();
    this.#progress('completed');
    this.#order.onEnd?.(this.call);
  }

  #isOver(): boolean {
    return this.#live.line.state().kind === 'over';
  }

  #after(milliseconds: number, action: () => void): void {
    this.#timers = [...this.#timers, this.#world.clock.schedule(milliseconds, action)];
  }

  #stopTimers(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers = [];
  }

  #createProgress(): (event: ProgressEvent) => void {
    const { store, clock, webhooks } = this.#world;
    const progress = createProgress(webhooks, this.#order.statusCallback, () =>
      callParameters(store.account.sid, this.call),
    );
    return (event) => progress(event, this.call, clock.now());
  }
}
