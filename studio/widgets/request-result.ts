import { isJsonObject, type JsonObject } from '../model/json';
import type { RequestResult } from '../model/wait';

/** A result that has an answer to read. */
export type Answer = Extract<RequestResult, { readonly status: number }>;

/** 2xx and 3xx are success (https://www.twilio.com/docs/studio/widget-library/run-function). */
export function isSuccess(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 400;
}

/** `body`, `content_type` and `status_code`, and the JSON object in the body, if it is declared and is one. */
export function readAnswer(answer: Answer): {
  readonly outputs: JsonObject;
  readonly parsed: JsonObject | null;
} {
  if (answer.shown !== undefined) return answer.shown;
  return {
    outputs: { body: answer.body, content_type: answer.contentType, status_code: answer.status },
    parsed: isJsonType(answer.contentType) ? parseObject(answer.body) : null,
  };
}

/** Not public: whether `application/json; charset=utf-8` counts; it does here, as every real server sends it so. */
function isJsonType(contentType: string): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType.trim());
}

/** A top-level array is not parsed (https://www.twilio.com/docs/studio/widget-library/run-function). */
function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
