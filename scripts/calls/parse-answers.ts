import type { RequestResult } from '../../studio/model/wait';

/** Answers of a call script, or what is wrong with them. */
export type ParsedAnswers =
  | { readonly ok: true; readonly answers?: readonly (RequestResult | null)[] }
  | { readonly ok: false; readonly problem: string };

const FAILURES = ['timeout', 'network', 'malformed-url', 'too-large'] as const;

/** Reads `answers`, which may be left out: a list of `{"status": 200, "contentType": "…", "body": "…"}`, `{"failure": "timeout"}` and null. */
export function parseAnswers(json: unknown): ParsedAnswers {
  if (json === undefined) return { ok: true };
  if (!Array.isArray(json))
    return { ok: false, problem: '"answers" must be a list, such as [null, {"failure": "timeout"}]' };
  const answers = json.map(parseAnswer);
  const bad = answers.findIndex((answer) => answer === undefined);
  if (bad >= 0) {
    const shapes =
      '{"status": 200, "contentType": "application/json", "body": "{}"}, {"failure": "timeout"} or null';
    return { ok: false, problem: `Answer ${bad + 1} must be ${shapes}` };
  }
  return { ok: true, answers: answers.flatMap((answer) => (answer === undefined ? [] : [answer])) };
}

/** Undefined when it is none. */
function parseAnswer(json: unknown): RequestResult | null | undefined {
  if (json === null) return null;
  if (typeof json !== 'object') return undefined;
  const { status, contentType, body, failure } = json as Readonly<Record<string, unknown>>;
  const known = FAILURES.find((candidate) => candidate === failure);
  if (known !== undefined) return { failure: known };
  if (typeof status !== 'number' || typeof contentType !== 'string' || typeof body !== 'string')
    return undefined;
  return { status, contentType, body };
}
