import { isJsonObject, type Json } from '../model/json';
import type { FlowScript } from './flow-script';
import { parseAnswers } from './parse-answers';
import { parseInputs } from './parse-inputs';
import { parseTrigger } from './parse-trigger';
import { type ParsedPart, unknownKeys } from './parsed-part';

/** A script that can be run, or every problem of it, each one sentence that begins with its place. */
export type ParsedFlowScript =
  | { readonly ok: true; readonly script: FlowScript }
  | { readonly ok: false; readonly problems: readonly string[] };

const KEYS = ['trigger', 'inputs', 'http', 'subflows', 'now'];

/** The time in scripts that name none. */
const DEFAULT_NOW = '2026-01-01T00:00:00Z';

/**
 * Reads a flow script: `{"trigger": {"call": {"From": "+1…", "To": "+1…"}}, "inputs": [{"digits": "1"}], "http": [{"url": "check",
 * "status": 200, "body": {}}], "subflows": {"FW…": "file.json"}, "now": "2026-01-01T00:00:00Z"}`. Only `trigger` is required.
 */
export function parseFlowScript(json: unknown): ParsedFlowScript {
  if (!isJsonObject(json)) {
    return {
      ok: false,
      problems: ['A flow script is a JSON object: {"trigger": {"call": {"From": "+14155550100"}}}'],
    };
  }
  const unknown = unknownKeys(json, KEYS).map(
    (key) => `"${key}" means nothing in a flow script: use ${KEYS.join(', ')}`,
  );
  const trigger = parseTrigger(json['trigger']);
  const inputs = parseInputs(json['inputs']);
  const http = parseAnswers(json['http']);
  const subflows = parseSubflows(json['subflows']);
  const now = parseNow(json['now'] ?? DEFAULT_NOW);
  if (unknown.length === 0 && trigger.ok && inputs.ok && http.ok && subflows.ok && now.ok) {
    return {
      ok: true,
      script: {
        ...trigger.part,
        inputs: inputs.part,
        http: http.part,
        subflows: subflows.part,
        now: now.part,
      },
    };
  }
  const parts = [trigger, inputs, http, subflows, now];
  return { ok: false, problems: [...unknown, ...parts.flatMap((part) => (part.ok ? [] : part.problems))] };
}

function parseSubflows(json: Json | undefined): ParsedPart<Readonly<Record<string, string>>> {
  if (json === undefined) return { ok: true, part: {} };
  const problems = ['"subflows" must name files by SID: {"FW…": "file.json"}'];
  if (!isJsonObject(json)) return { ok: false, problems };
  const files = Object.entries(json).flatMap(([sid, file]): [string, string][] =>
    typeof file === 'string' ? [[sid, file]] : [],
  );
  if (files.length < Object.keys(json).length) return { ok: false, problems };
  return { ok: true, part: Object.fromEntries(files) };
}

function parseNow(json: Json): ParsedPart<number> {
  const time = typeof json === 'string' ? Date.parse(json) : NaN;
  if (!Number.isNaN(time)) return { ok: true, part: time };
  return { ok: false, problems: [`"now" must be a time like ${DEFAULT_NOW}`] };
}
