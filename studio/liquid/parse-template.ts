import type { Template } from 'liquidjs';
import { engine } from './engine';
import { lexicalError } from './lexical-error';

/** A template taken apart, or why Studio refuses it. */
export function parseTemplate(template: string): Template[] | Error {
  const reason = lexicalError(template);
  if (reason !== undefined) return new Error(reason);
  try {
    return engine.parse(template);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The first line of an error's message: liquidjs adds the lines around the place. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
