import type { ReadStream, WriteStream } from 'node:tty';

import type { LocalTwilio } from '../emulator/local-twilio';
import { plainDisplay, terminalDisplay } from './display';
import type { Entry } from './entry';
import { readKeyboard } from './keyboard';
import { Phone } from './phone';
import type { Header } from './render-header';
import { renderHeader } from './render-header';
import { styleFor } from './style';

/** A phone on this process's terminal, or on its pipes. */
export interface RunningPhone {
  readonly tell: (entry: Entry) => void;
  /** Settles when the person quits, or a pipe has nothing more to say. */
  readonly untilQuit: Promise<void>;
  /** Hangs up and gives the terminal back. Doing it twice does no harm. */
  readonly close: () => void;
}

/** Where the phone is, and what it is connected to. */
export interface PhoneSetting {
  readonly input: ReadStream;
  readonly output: WriteStream;
  readonly local: Pick<LocalTwilio, 'dial' | 'clock'>;
  readonly header: Header;
}

/** How often what is being said is repainted; a word takes about four times as long. */
const FRAME_MILLISECONDS = 80;

/** Puts a phone on the terminal: the header, then whatever the person does. */
export function runPhone({ input, output, local, header }: PhoneSetting): RunningPhone {
  const style = (): ReturnType<typeof styleFor> => styleFor(output);
  const display = output.isTTY && input.isTTY ? terminalDisplay(output) : plainDisplay(output);
  const { promise: untilQuit, resolve: quit } = withResolvers();
  const phone = new Phone({
    from: header.ownNumber,
    to: header.ivrNumber,
    dial: () => {
      const result = local.dial({ from: header.ownNumber, to: header.ivrNumber });
      return result.ok ? result.call : result.problem;
    },
    now: () => local.clock.now(),
    display,
    style,
    onQuit: quit,
  });
  display.tell(renderHeader(header, style()));
  phone.refresh();
  const stopInput = readKeyboard(
    input,
    (command) => {
      phone.do(command);
    },
    () => {
      phone.quitWhenIdle();
    },
  );
  const stopPainting = keepPainting(phone, output);
  return {
    tell: (entry) => {
      phone.tell(entry);
    },
    untilQuit,
    close: () => {
      stopPainting();
      stopInput();
      phone.do({ kind: 'hang-up' });
      display.close();
    },
  };
}

function keepPainting(phone: Phone, output: WriteStream): () => void {
  // Frames follow the eye, so real time, whatever the call's clock is.
  const refresh = (): void => {
    phone.refresh();
  };
  const frames = setInterval(refresh, FRAME_MILLISECONDS);
  output.on('resize', refresh);
  return () => {
    clearInterval(frames);
    output.off('resize', refresh);
  };
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: () => settle() };
}
