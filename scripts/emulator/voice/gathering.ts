import type { CallWait } from '../executions/execution-events';
import type { Clock, Timer } from '../time/clock';
import { type GatherResult, takeKey, timeOut } from '../../../studio/model/gather';
import type { LineEvent } from './line';
import { speechSeconds } from '../../../studio/model/speech-seconds';

/** A wait for keys, as a flow asks for it. */
export type KeysWait = Extract<CallWait, { kind: 'keys' }>;

/** How collecting ends: with keys, or with none. */
export type Gathered = Exclude<GatherResult, { kind: 'more' }>;

/** What collecting needs of the line. */
export interface GatheringLine {
  readonly clock: Clock;
  readonly tell: (event: LineEvent) => void;
  /** Called once, unless `stop` came first. */
  readonly finish: (gathered: Gathered) => void;
}

/**
 * The collecting of keys for one wait, in the clock's time: the prompt can be cut short by a key, the timeout begins
 * when the prompt is over and anew with each key (https://www.twilio.com/docs/voice/twiml/gather#timeout).
 */
export class Gathering {
  readonly #wait: KeysWait;
  readonly #line: GatheringLine;
  #isPrompting = true;
  #isOver = false;
  #keys = '';
  #timer: Timer | null = null;

  constructor(wait: KeysWait, line: GatheringLine) {
    this.#wait = wait;
    this.#line = line;
  }

  get isPrompting(): boolean {
    return this.#isPrompting;
  }

  /** True from the last key, or the end of the last timeout, on. */
  get isOver(): boolean {
    return this.#isOver;
  }

  get keys(): string {
    return this.#keys;
  }

  /** Begins with the prompt. */
  begin(): void {
    const { prompt } = this.#wait;
    const seconds = speechSeconds(prompt);
    this.#timer = this.#line.clock.schedule(seconds * 1000, () => this.#listen());
    this.#line.tell({ kind: 'speaking', speech: prompt, seconds, takesKeys: true });
  }

  /**
   * Takes keys, one after the other.
   * Not public: whether Twilio keeps keys for a later Gather. Here those left over when one of them ended the input
   * are lost.
   */
  press(keys: string): void {
    for (const key of keys) {
      if (this.#isOver) return;
      this.#take(takeKey(this.#wait, this.#keys, key));
    }
  }

  /** Ends it without a result. */
  stop(): void {
    this.#isOver = true;
    this.#timer?.cancel();
  }

  #listen(): void {
    this.#awaitKey();
    this.#line.tell({ kind: 'spoken', speech: this.#wait.prompt });
    // Whoever heard the prompt may have pressed a key at once.
    if (this.#isOver || this.#keys !== '') return;
    this.#line.tell({ kind: 'listening', timeoutSeconds: this.#wait.timeoutSeconds });
  }

  #take(result: GatherResult): void {
    if (result.kind === 'more') {
      this.#keys = result.digits;
      this.#awaitKey();
      return;
    }
    this.#end(result, { kind: 'keys', digits: result.kind === 'submitted' ? result.digits : '' });
  }

  #awaitKey(): void {
    this.#isPrompting = false;
    this.#timer?.cancel();
    this.#timer = this.#line.clock.schedule(this.#wait.timeoutSeconds * 1000, () => {
      const result = timeOut(this.#keys);
      this.#end(
        result,
        result.kind === 'submitted' ? { kind: 'keys', digits: result.digits } : { kind: 'silence' },
      );
    });
  }

  #end(gathered: Gathered, event: LineEvent): void {
    this.stop();
    this.#line.tell(event);
    this.#line.finish(gathered);
  }
}
