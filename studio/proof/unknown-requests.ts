import type { CallWorld } from './call-world';
import type { Choice } from './choice';
import { json, reply } from './verify-functions';

/** Answers with more combinations of keys than this are not tried: the proof says so instead of passing in silence. */
const MAXIMUM_COMBINATIONS = 4096;

/** What a flow reads of the answer of one widget, and everything it compares it with. */
export interface AnswerUse {
  readonly keys: readonly string[];
  readonly literals: readonly string[];
}

/** The choices, or why they are too many to try. */
export type UnknownChoices =
  | { readonly ok: true; readonly choices: readonly Choice[] }
  | { readonly ok: false; readonly reason: string };

/** Everything that can be told in the keys that a flow reads, or why that is too much to try. */
export type Tellings =
  | { readonly ok: true; readonly tellings: readonly Readonly<Record<string, string>>[] }
  | { readonly ok: false; readonly reason: string };

/**
 * "Any answer" of somebody that the proof knows nothing about: each key that the flow reads holds each text that the flow
 * compares with, another text, or is missing. What a flow cannot tell apart is one answer.
 */
export function tellingsOf(name: string, use: AnswerUse): Tellings {
  const values = [undefined, 'something else', ...use.literals];
  const combinations = values.length ** use.keys.length;
  if (combinations > MAXIMUM_COMBINATIONS) {
    const reason = `"${name}" can answer in ${String(combinations)} ways that its flow can tell apart, at most ${String(MAXIMUM_COMBINATIONS)} are tried`;
    return { ok: false, reason };
  }
  const tellings = use.keys.reduce<Record<string, string>[]>(
    (known, key) =>
      known.flatMap((body) =>
        values.map((value) => (value === undefined ? body : { ...body, [key]: value })),
      ),
    [{}],
  );
  return { ok: true, tellings };
}

/** Every answer of a request that the proof knows nothing about; and the request may fail. */
export function unknownChoices(name: string, use: AnswerUse, world: CallWorld): UnknownChoices {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const told = tellingsOf(name, use);
  if (!told.ok) return told;
  const choices = [
    ...told.tellings.map((body) => reply(`${name}: ${JSON.stringify(body)}`, after, json(body))),
    reply(`${name}: HTTP 500`, after, { ...json({}), status: 500 }),
    reply(`${name}: no answer in time`, after, { failure: 'timeout' }),
  ];
  return { ok: true, choices };
}
