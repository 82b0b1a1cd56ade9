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

/** A phone that a person, or a pipe, commands. */
export interface Phone {
  readonly do: (command: PhoneCommand) => void;
  readonly tell: (entry: Entry) => void;
  /** Repaints what changes with time. */
  readonly refresh: () => void;
  /** No more commands will come: quits once no call is under way. */
  readonly quitWhenIdle: () => void;
}

/** Makes a phone that is on the hook. */
export function createPhone(parts: PhoneParts): Phone {
  let view: PhoneView = IDLE_PHONE;
  let line: Line | null = null;
  let isLastCall = false;

  const refresh = (): void => {
    parts.display.setLive(renderLive(view, parts.now(), parts.style()));
  };
  const tell = (...entries: readonly Entry[]): void => {
    parts.display.tell(entries.flatMap((entry) => renderEntry(entry, parts.style())));
    refresh();
  };
  const show = (change: Change): void => {
    view = change.view;
    if (view.call === null) line = null;
    tell(...change.entries);
    if (view.call === null && isLastCall) parts.onQuit();
  };
  const call = (): void => {
    if (line !== null) return;
    const answer = parts.dial();
    if (typeof answer === 'string') {
      tell({ kind: 'notice', tone: 'bad', text: answer });
      return;
    }
    line = answer;
    show(dialled(parts.from, parts.to, parts.now()));
    answer.listen((event) => {
      show(hear(view, event, parts.now()));
    });
  };
  const pressKey = (key: string): void => {
    if (line === null) return;
    show(press(view, key, parts.now()));
    line?.press(key);
  };
  const run = (command: PhoneCommand): void => {
    switch (command.kind) {
      case 'press':
        pressKey(command.key);
        return;
      case 'call':
        call();
        return;
      case 'hang-up':
        line?.hangUp();
        return;
      case 'help':
        parts.display.tell(renderHelp(parts.style()));
        return;
      case 'quit':
        parts.onQuit();
        return;
      case 'unknown':
        return;
      default:
        assertNever(command);
    }
  };
  const quitWhenIdle = (): void => {
    isLastCall = true;
    if (line === null) parts.onQuit();
  };
  return { do: run, tell, refresh, quitWhenIdle };
}
