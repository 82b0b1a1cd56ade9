import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';

import type { PhoneCommand } from './command';
import { commandsOfChunk, commandsOfLine } from './command';

/**
 * Reads commands until it is closed: key by key from a terminal, line by line from anything else. `onEnd` tells that a
 * pipe is empty; an input that was empty from the start (`/dev/null`: a phone left running as a server) does not end.
 */
export function readKeyboard(
  input: ReadStream,
  onCommand: (command: PhoneCommand) => void,
  onEnd: () => void,
): () => void {
  return input.isTTY ? readKeys(input, onCommand) : readLines(input, onCommand, onEnd);
}

function readKeys(input: ReadStream, onCommand: (command: PhoneCommand) => void): () => void {
  const onData = (chunk: Buffer): void => {
    commandsOfChunk(chunk.toString('utf8')).forEach(onCommand);
  };
  input.setRawMode(true);
  input.on('data', onData);
  input.resume();
  return () => {
    input.off('data', onData);
    input.setRawMode(false);
    input.pause();
  };
}

function readLines(
  input: ReadStream,
  onCommand: (command: PhoneCommand) => void,
  onEnd: () => void,
): () => void {
  const lines = createInterface({ input, terminal: false });
  let hasCommands = false;
  const onClose = (): void => {
    if (hasCommands) onEnd();
  };
  lines.on('line', (text) => {
    hasCommands = true;
    commandsOfLine(text).forEach(onCommand);
  });
  lines.on('close', onClose);
  return () => {
    lines.off('close', onClose);
    lines.close();
    input.pause();
  };
}
