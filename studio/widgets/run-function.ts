import type { JsonObject } from '../model/json';
import { isJsonObject } from '../model/json';
import { mergedDeeply } from '../model/merge';
import { parametersOf } from '../model/parameters';
import type { RequestResult } from '../model/wait';
import type { Outcome, Visit, Widget } from '../model/widget';
import { literalText } from './literal-text';
import { only } from '../model/widget-analysis';
import { literal, parameters } from './properties';
import { type Answer, isSuccess, readAnswer } from './request-result';

const CONCURRENCY_HEADER = 'x-twilio-function-concurrency';

/**
 * Calls a Twilio Function (https://www.twilio.com/docs/studio/widget-library/run-function). Not public: how the parameters
 * travel; here as a POST form, which a Function reads like any other request.
 */
export const runFunction: Widget = {
  type: 'run-function',
  properties: {
    url: { ...literal, required: true },
    service_sid: literal,
    environment_sid: literal,
    function_sid: literal,
    parameters,
  },
  events: ['success', 'fail'],
  needsCall: false,
  analysis: {
    outputs: only('body', 'content_type', 'headers', 'parsed', 'status_code'),
    noticed: () => ({}),
    trouble: { fail: 'the Function fails or takes longer than 10 seconds' },
  },
  enter: (visit) => {
    const values = Object.fromEntries(
      parametersOf(visit.property('parameters')).map((pair) => [pair.key, visit.render(pair.value)]),
    );
    return {
      kind: 'wait',
      wait: {
        kind: 'function',
        functionSid: literalText(visit, 'function_sid'),
        request: {
          method: 'POST',
          url: literalText(visit, 'url'),
          contentType: 'application/x-www-form-urlencoded',
          body: new URLSearchParams(values).toString(),
          parameters: values,
          addTwilioAuth: false,
        },
      },
    };
  },
  receive: (visit, input) =>
    input.kind === 'request-result' ? finish(visit, input.result) : { kind: 'ignore' },
};

function finish(visit: Visit, result: RequestResult): Outcome {
  if ('failure' in result) {
    visit.warn(...warningOf(result.failure));
    // Not public: what is left of an earlier answer; here all of it, as after an answer that is not JSON.
    return { kind: 'leave', event: 'fail', outputs: visit.previous };
  }
  const { outputs, parsed } = readAnswer(result);
  const event = isSuccess(result) ? 'success' : 'fail';
  if (event === 'fail') visit.warn(81017, `The Function answered ${result.status}`);
  return { kind: 'leave', event, outputs: { ...outputs, ...shownHeaders(result), ...merged(visit, parsed) } };
}

/**
 * A Function that could not be asked is 81010, one that did not answer 81017 (https://www.twilio.com/docs/api/errors). Not
 * public: which trouble is which; here a URL that leads nowhere could not be asked.
 */
function warningOf(failure: Extract<RequestResult, { failure: unknown }>['failure']): [number, string] {
  const isUnasked = failure === 'malformed-url' || failure === 'network';
  return isUnasked
    ? [81010, `The Function could not be invoked: ${failure}`]
    : [81017, `The Function gave no answer that Studio can read: ${failure}`];
}

/** The one header that Studio shows (same page): how many invocations ran at once. */
function shownHeaders({ headers }: Answer): JsonObject {
  const concurrency = headers?.[CONCURRENCY_HEADER];
  return concurrency === undefined ? {} : { headers: { [CONCURRENCY_HEADER]: concurrency } };
}

/**
 * A repeated run merges its object into the old `parsed`; an answer without one leaves it untouched (same page). How
 * deep is a choice of `studio/model/undocumented.ts`.
 */
function merged(visit: Visit, parsed: JsonObject | null): JsonObject {
  const before = visit.previous['parsed'];
  const old = isJsonObject(before) ? before : null;
  if (parsed === null) return old === null ? {} : { parsed: old };
  const isDeep = visit.choices.parsedIsMerged === 'deeply';
  return { parsed: old !== null && isDeep ? mergedDeeply(old, parsed) : { ...old, ...parsed } };
}
