import { assertNever } from '../../studio/model/assert-never';
import type { LineEvent, PhoneCall } from '../emulator/voice/line';
import type { CallScript, CallStep, CodePlaceholder } from './call-script';
import { expandKeys, type KnownCodes } from './expand-keys';

/** What the player needs beside the call. */
export interface PlayerOptions {
  /** The codes that the caller knows now. */
  readonly codes: () => KnownCodes;
  /** Runs when a step (0 and up) is done; the caller does nothing more until it has ended. */
  readonly afterStep?: (index: number) => Promise<void>;
}

const NEVER_SENT: Readonly<Record<CodePlaceholder, string>> = {
  code: 'none was sent',
  wrongCode: 'none was sent that it could differ from',
  oldCode: 'the caller had no earlier verification',
  otherCode: 'none was sent to another number',
};

/** The person with the phone: does the steps of a script, one after the other, as the call lets them. */
export class CallPlayer {
  readonly #script: CallScript;
  readonly #call: PhoneCall;
  readonly #options: PlayerOptions;
  #index = 0;
  /** What is being said now; empty in silence. */
  #saying = '';
  /** What was said to its end since the last step. */
  #said: string[] = [];
  #wasSilent = false;
  #isBusy = false;
  #problem: string | undefined;

  constructor(script: CallScript, call: PhoneCall, options: PlayerOptions) {
    this.#script = script;
    this.#call = call;
    this.#options = options;
  }

  /** Why the script could not be played to its end; undefined when it was. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Begins: what needs no waiting for happens now. */
  start(): void {
    this.#act();
  }

  /** Takes what happens on the call. Whatever the caller does follows at once. */
  hear(event: LineEvent): void {
    switch (event.kind) {
      case 'speaking':
        this.#saying = event.speech.say;
        break;
      case 'spoken':
        this.#saying = '';
        this.#said.push(event.speech.say);
        break;
      case 'keys':
        this.#saying = '';
        break;
      case 'silence':
        this.#wasSilent = true;
        break;
      case 'over':
        this.#noticeEnd();
        return;
      default:
    }
    this.#act();
    this.#wasSilent = false;
  }

  #act(): void {
    // What the caller does makes things happen, which come back here before it is done.
    if (this.#isBusy) return;
    this.#isBusy = true;
    let step = this.#script.steps[this.#index];
    while (step !== undefined && this.#problem === undefined && this.#isReady(step)) {
      const done = this.#index;
      this.#index += 1;
      this.#said = [];
      this.#wasSilent = false;
      this.#do(step);
      if (this.#options.afterStep !== undefined) {
        void this.#pause(this.#options.afterStep(done));
        return;
      }
      step = this.#script.steps[this.#index];
    }
    this.#isBusy = false;
  }

  async #pause(until: Promise<void>): Promise<void> {
    await until;
    this.#isBusy = false;
    this.#act();
  }

  #isReady(step: CallStep): boolean {
    switch (step.kind) {
      case 'hears':
        return this.#said.some((text) => step.pattern.test(text));
      case 'beginsToHear':
        return [...this.#said, this.#saying].some((text) => step.pattern.test(text));
      case 'presses':
        return this.#call.state().kind === 'collecting';
      case 'silent':
        return this.#wasSilent;
      case 'hangsUp':
        return true;
      default:
        return assertNever(step);
    }
  }

  #do(step: CallStep): void {
    if (step.kind === 'hangsUp') this.#call.hangUp();
    if (step.kind === 'presses') this.#press(step.keys);
  }

  #press(written: string): void {
    const expanded = expandKeys(written, this.#options.codes());
    if (expanded.ok) {
      this.#call.press(expanded.keys);
      return;
    }
    this.#problem = `Step ${this.#index} presses {${expanded.missing}}, but there is no such code: ${NEVER_SENT[expanded.missing]}`;
    this.#call.hangUp();
  }

  #noticeEnd(): void {
    const step = this.#script.steps[this.#index];
    if (step === undefined || this.#problem !== undefined || this.#script.mayEndEarly === true) return;
    this.#problem = `The call ended before step ${this.#index + 1}, which ${wish(step)}`;
  }
}

function wish(step: CallStep): string {
  switch (step.kind) {
    case 'hears':
    case 'beginsToHear':
      return `waits to hear ${String(step.pattern)}`;
    case 'presses':
      return `presses ${step.keys} when it is asked for keys`;
    case 'silent':
      return 'leaves a question unanswered';
    case 'hangsUp':
      return 'hangs up';
    default:
      return assertNever(step);
  }
}
