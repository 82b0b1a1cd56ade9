import type { Message } from '../emulator/entities/message';
import { codeIn, type KnownCodes } from './expand-keys';

/**
 * The codes that have been texted: the caller's own, newest first in `own`, and during this call, newest last in `sent`. A text to
 * another number is not the caller's to read; a script may press its code to show that somebody else's phone lets nobody in.
 */
export function codesKnown(
  caller: string,
  own: readonly Pick<Message, 'body'>[],
  sent: readonly Pick<Message, 'to' | 'body'>[],
): KnownCodes {
  const [code, ...earlier] = own.flatMap(({ body }) => codeIn(body) ?? []);
  const oldCode = earlier.find((other) => other !== code);
  const otherCode = sent
    .filter(({ to }) => to !== caller)
    .flatMap(({ body }) => codeIn(body) ?? [])
    .at(-1);
  return {
    ...(code !== undefined && { code }),
    ...(oldCode !== undefined && { oldCode }),
    ...(otherCode !== undefined && { otherCode }),
  };
}
