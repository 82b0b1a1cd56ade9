import type { JsonObject } from '../model/json';

/** A part of a script, or what is wrong with it: sentences that begin with the place. */
export type ParsedPart<Part> =
  { readonly ok: true; readonly part: Part } | { readonly ok: false; readonly problems: readonly string[] };

/** A part that cannot be read, with the one thing that is wrong. */
export function wrong(problem: string): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems: [problem] };
}

/** All parts, or the problems of all. */
export function together<Part>(parts: readonly ParsedPart<Part>[]): ParsedPart<readonly Part[]> {
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, part: parts.flatMap((part) => (part.ok ? [part.part] : [])) };
}

/** An object's keys that are not among those that mean something. */
export function unknownKeys(json: JsonObject, known: readonly string[]): string[] {
  return Object.keys(json).filter((key) => !known.includes(key));
}
