import { contextOf } from '../interpreter/context';
import type { JsonObject } from '../model/json';
import type { Wait } from '../model/wait';
import type { FlowResult } from '../scripting/flow-result';
import type { ScriptInput } from '../scripting/flow-script';
import type { Playing } from '../scripting/playing';
import { FlowTestError } from './flow-test-error';
import { readAnswer, readData } from './read-world';
import { goesOn, standsAt, timeoutSecondsOf } from './waited-for';
import type { Answer, FlowRequest } from './world';

/**
 * An execution of a flow in a test. It has always run on to where somebody has to do something (or to a widget of `pauseAt`): what
 * is said, sent and asked before that has happened. Each action returns when the flow has come to the next such place, and
 * throws a `FlowTestError` that says what the flow waits for when it cannot be done.
 */
export class FlowRun {
  readonly #playing: Playing;
  readonly #pauseAt: readonly string[];
  /** Seconds that were skipped since the wait began. */
  #elapsed = 0;

  /** For `startCall` and its siblings. */
  constructor(playing: Playing, pauseAt: readonly string[]) {
    this.#playing = playing;
    this.#pauseAt = pauseAt;
    this.#settle();
  }

  /** The caller presses keys, one after the other: `press('1')`, `press('123456#')`. */
  press(keys: string): this {
    if (!/^[0-9*#]+$/.test(keys)) throw new FlowTestError(`Cannot press "${keys}": keys are 0-9, * and #`);
    return this.#act(`press "${keys}"`, { kind: 'digits', digits: keys });
  }

  /** The caller says something, at a gather that listens. */
  say(text: string, confidence = 1): this {
    return this.#act(`say "${text}"`, { kind: 'speech', text, confidence });
  }

  /** Somebody answers the message of Send & Wait For Reply; `data` is added to the webhook: `{ NumMedia: '1' }`. */
  reply(body: string, data: Readonly<Record<string, unknown>> = {}): this {
    return this.#act(`reply "${body}"`, { kind: 'reply', body, data: readData(data) });
  }

  /** Nobody does anything until the time is up. */
  stayQuiet(): this {
    return this.#act('stay quiet', { kind: 'timeout' });
  }

  /** The caller hangs up. */
  hangUp(): this {
    return this.#act('hang up', { kind: 'hangup' });
  }

  /** What the widget waits for has happened, by the name of its event, with the variables that come with it. */
  tell(event: string, data: Readonly<Record<string, unknown>> = {}): this {
    return this.#act(`tell "${event}"`, { kind: 'event', event, data: readData(data) });
  }

  /** Answers the request that nothing in `http` answers. */
  answer(answer: Answer): this {
    const { wait } = this.#playing;
    if (wait?.kind !== 'function' && wait?.kind !== 'http') throw this.#cannot('answer');
    this.#playing.resume({ kind: 'request-result', result: readAnswer(answer) });
    return this.#moved();
  }

  /** Goes on from a widget of `pauseAt`, as it would have without the pause. */
  goOn(): this {
    const { wait } = this.#playing;
    const decision = wait && this.#playing.step(wait, undefined);
    if (decision?.kind !== 'by-itself') throw this.#cannot('go on');
    return this.#moved();
  }

  /** Lets time pass: what was waited for too long by then is over, each after its own timeout. */
  skipTime(seconds: number): this {
    if (!(seconds >= 0)) throw new FlowTestError(`Cannot skip ${String(seconds)} seconds: time only goes on`);
    let left = seconds;
    for (let rest = this.#rest(); rest !== null && rest <= left; rest = this.#rest()) {
      left -= rest;
      this.#playing.now += rest * 1000;
      this.stayQuiet();
    }
    this.#elapsed += left;
    this.#playing.now += left * 1000;
    return this;
  }

  /** What was said, or the URL of what was played. */
  get heard(): FlowResult['heard'] {
    return this.result().heard;
  }

  /** Messages that were sent. */
  get sent(): FlowResult['sent'] {
    return this.result().sent;
  }

  /** Requests that were made. */
  get requests(): FlowResult['requests'] {
    return this.result().requests;
  }

  /** Steps that ended; widgets of a subflow are named `parentWidget/childWidget`. */
  get steps(): FlowResult['steps'] {
    return this.result().steps;
  }

  /** `flow.variables` of the flow itself. */
  get variables(): JsonObject {
    return this.result().variables;
  }

  /** `widgets` of the flow itself. */
  get widgets(): JsonObject {
    return this.result().widgets;
  }

  /** Warnings and errors with Twilio's codes. */
  get warnings(): FlowResult['warnings'] {
    return this.result().warnings;
  }

  /** How it ended; `waiting` while it has not. */
  get ended(): FlowResult['ended'] {
    return this.result().ended;
  }

  /** All that Liquid sees now, in the subflow while one runs: `trigger`, `flow`, `contact`, `widgets`. */
  get context(): JsonObject {
    return contextOf(this.#playing.execution);
  }

  /** The widget that waits; null once the flow has ended. */
  get widget(): string | null {
    if (this.#playing.wait === null) return null;
    return this.#playing.execution.frames.map(({ widget }) => widget).join('/');
  }

  /** What is waited for; null once the flow has ended. */
  get waitsFor(): Wait['kind'] | null {
    return this.#playing.wait?.kind ?? null;
  }

  /** The request that waits for `answer()`; null when none does. */
  get request(): FlowRequest | null {
    const { wait } = this.#playing;
    return wait?.kind === 'function' || wait?.kind === 'http' ? wait.request : null;
  }

  /** All of the above as plain JSON, in the form that `*.flow-test.json` compares. */
  result(): FlowResult {
    return this.#playing.result();
  }

  #act(doing: string, input: ScriptInput): this {
    for (let { wait } = this.#playing; wait !== null; { wait } = this.#playing) {
      const decision = this.#playing.step(wait, input);
      if (decision.kind === 'taken') return this.#moved();
      // A widget of `pauseAt` was not waiting for this: it goes on, and the next one is asked.
      if (decision.kind !== 'by-itself') throw this.#cannot(doing);
    }
    throw this.#cannot(doing);
  }

  #moved(): this {
    this.#elapsed = 0;
    this.#settle();
    return this;
  }

  /** Goes on while nobody has to do anything: at most as many steps as an execution may have. */
  #settle(): void {
    const { wait } = this.#playing;
    if (wait === null || this.#isPausedAt(wait)) return;
    if (this.#playing.step(wait, undefined).kind === 'by-itself') this.#settle();
  }

  #isPausedAt(wait: Wait): boolean {
    if (!goesOn(wait) || !this.#pauseAt.includes(this.widget ?? '')) return false;
    // Whether a message is sent is not known yet; the rest can be noticed already.
    if (wait.kind !== 'message') this.#playing.look(wait, { kind: 'over' });
    return true;
  }

  #rest(): number | null {
    const timeout = this.#playing.wait && timeoutSecondsOf(this.#playing.wait);
    return timeout === null ? null : timeout - this.#elapsed;
  }

  #cannot(doing: string): FlowTestError {
    const { wait } = this.#playing;
    const { ended, heard } = this.result();
    const why =
      wait === null ? `the flow has ended (${ended})` : standsAt(this.widget ?? '', wait, heard.at(-1));
    return new FlowTestError(`Cannot ${doing}: ${why}`);
  }
}
