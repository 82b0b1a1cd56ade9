import { assertNever } from '../../studio/model/assert-never';
import type { LineEvent } from '../emulator/voice/line';
import type { PhoneCommand } from './command';
import type { Display } from './display';
import type { Entry } from './entry';
import { hear } from './hear';
import type { Change, PhoneView } from './phone-view';
import { IDLE_PHONE, dialled } from './phone-view';
import { press } from './press';
import { renderEntry } from './render-entry';
import { renderHelp } from './render-header';
import { renderLive } from './render-live';
import type { Style } from './style';

/** A call as the phone uses it: the emulator's `PhoneCall` has all of it. */
export interface Line {
  readonly listen: (listener: (event: LineEvent) => void) => () => void;
  readonly press: (keys: string) => void;
  readonly hangUp: () => void;
}

/** What a phone is made of. */
export interface PhoneParts {
  readonly from: string;
  readonly to: string;
  /** Places the call, or says in one sentence why it cannot. */
  readonly dial: () => Line | string;
  /** The local Twilio's time. */
  readonly now: () => number;
  readonly display: Display;
  /** Asked for every frame, since a terminal may be resized. */
  readonly style: () => Style;
  readonly onQuit: () => void;
}

/** A phone that a person, or a pipe, commands; on the hook at first. */
export class Phone {
  readonly #parts: PhoneParts;
  #view: PhoneView = IDLE_PHONE;
  #line: Line | null = null;
  #isLastCall = false;

  constructor(parts: PhoneParts) {
    this.#parts = parts;
  }

  /** Does what the person asks for; what makes no sense now does nothing. */
  do(command: PhoneCommand): void {
    switch (command.kind) {
      case 'press':
        this.#press(command.key);
        return;
      case 'call':
        this.#call();
        return;
      case 'hang-up':
        this.#line?.hangUp();
        return;
      case 'help':
        this.#parts.display.tell(renderHelp(this.#parts.style()));
        return;
      case 'quit':
        this.#parts.onQuit();
        return;
      case 'unknown':
        return;
      default:
        assertNever(command);
    }
  }

  /** Shows something that is not of the call. */
  tell(...entries: readonly Entry[]): void {
    const style = this.#parts.style();
    this.#parts.display.tell(entries.flatMap((entry) => renderEntry(entry, style)));
    this.refresh();
  }

  /** Repaints what changes with time. */
  refresh(): void {
    this.#parts.display.setLive(renderLive(this.#view, this.#parts.now(), this.#parts.style()));
  }

  /** No more commands will come: quits once no call is under way. */
  quitWhenIdle(): void {
    this.#isLastCall = true;
    if (this.#line === null) this.#parts.onQuit();
  }

  #call(): void {
    if (this.#line !== null) return;
    const { dial, from, to, now } = this.#parts;
    const answer = dial();
    if (typeof answer === 'string') {
      this.tell({ kind: 'notice', tone: 'bad', text: answer });
      return;
    }
    this.#line = answer;
    this.#show(dialled(from, to, now()));
    answer.listen((event) => {
      this.#show(hear(this.#view, event, now()));
    });
  }

  #press(key: string): void {
    const line = this.#line;
    if (line === null) return;
    this.#show(press(this.#view, key, this.#parts.now()));
    line.press(key);
  }

  #show(change: Change): void {
    this.#view = change.view;
    if (change.view.call === null) this.#line = null;
    this.tell(...change.entries);
    if (change.view.call === null && this.#isLastCall) this.#parts.onQuit();
  }
}
