import type { PageCommand } from '../model/command';
import type { PageState } from '../model/page-state';

/** A part of the page. */
export interface Panel {
  readonly element: HTMLElement;
  /** Shows a state; `before` is the one that is shown, null at first. Called at most once a frame. */
  readonly draw: (state: PageState, before: PageState | null) => void;
  /** Shows what time alone changes; `now` is the local Twilio's. Called some times a second. */
  readonly tick?: (state: PageState, now: number) => void;
}

/** Sends a command; the answer says why it could not be done, or null. */
export type Send = (command: PageCommand) => Promise<string | null>;
