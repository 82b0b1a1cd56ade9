import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { RequestResult } from '../model/wait';
import type { AnswerRule } from './flow-script';
import { type ParsedPart, together, unknownKeys, wrong } from './parsed-part';

const FAILURES = ['timeout', 'network', 'malformed-url', 'too-large'] as const;
const ANSWER_KEYS = ['status', 'contentType', 'body', 'failure'];

/**
 * Reads `http`, which may be left out: rules with one answer beside the `url`, which they give for ever, or with a list of
 * `answers`, which are used up in order.
 */
export function parseAnswers(json: Json | undefined): ParsedPart<readonly AnswerRule[]> {
  if (json === undefined) return { ok: true, part: [] };
  if (!Array.isArray(json))
    return wrong('"http" must be a list, such as [{"url": "check", "status": 200, "body": {}}]');
  return together(json.map((rule: Json, index) => parseRule(rule, `Answer ${String(index + 1)}`)));
}

function parseRule(json: Json, place: string): ParsedPart<AnswerRule> {
  const url = isJsonObject(json) && typeof json['url'] === 'string' ? expression(json['url']) : undefined;
  if (!isJsonObject(json) || url === undefined) {
    return wrong(`${place}: "url" must be a regular expression, such as "/check-verify"`);
  }
  const { url: _url, answers, ...own } = json;
  const isList = Array.isArray(answers);
  if (answers !== undefined && !isList) return wrong(`${place}: "answers" must be a list`);
  if (isList && Object.keys(own).length > 0) {
    return wrong(
      `${place}: "answers" stands alone; put "${Object.keys(own).join('", "')}" into each of them`,
    );
  }
  const parts: readonly Json[] = isList ? answers : [own];
  const parsed = together(parts.map((answer) => parseAnswer(answer, place)));
  return parsed.ok ? { ok: true, part: { url, answers: parsed.part, repeats: !isList } } : parsed;
}

function expression(text: string): RegExp | undefined {
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
}

function parseAnswer(json: Json, place: string): ParsedPart<RequestResult> {
  if (!isJsonObject(json)) return wrong(`${place} must be an object: {"status": 200, "body": {}}`);
  const [unknown] = unknownKeys(json, ANSWER_KEYS);
  if (unknown !== undefined) return wrong(`${place}: "${unknown}" means nothing in an answer`);
  const { failure, status = 200 } = json;
  if (failure !== undefined) {
    const known = FAILURES.find((candidate) => candidate === failure);
    if (known !== undefined) return { ok: true, part: { failure: known } };
    return wrong(`${place}: "failure" must be one of ${FAILURES.join(', ')}`);
  }
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    return wrong(`${place}: "status" must be an HTTP status from 200 to 599`);
  }
  return { ok: true, part: { status, ...contentOf(json) } };
}

/** Text goes as it is, anything else as JSON; each with its own type unless another is named. */
function contentOf({ body = '', contentType }: JsonObject): { contentType: string; body: string } {
  const isText = typeof body === 'string';
  const usual = isText ? 'text/plain' : 'application/json';
  return {
    contentType: typeof contentType === 'string' ? contentType : usual,
    body: isText ? body : JSON.stringify(body),
  };
}
