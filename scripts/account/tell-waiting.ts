import { styleFor } from '../terminal-phone/style';

/** Tells a person at a terminal, on standard error, what is being waited for; nothing to a program. `what` is a sentence's beginning. */
export function tellWaiting(
  what: string,
  output: Pick<NodeJS.WriteStream, 'write' | 'columns' | 'isTTY'> = process.stderr,
): void {
  if (!output.isTTY) return;
  const { colors } = styleFor(output);
  output.write(`  ${colors.dim(`${what} …`)}\n`);
}
