import { parametersOf } from '../model/parameters';
import { isTwilioHost } from '../model/twilio-host';
import { isUnknown } from '../model/unknown';
import type { OutgoingRequest, RequestResult } from '../model/wait';
import type { Outcome, Visit, Widget } from '../model/widget';
import { only } from '../model/widget-analysis';
import { parameters, template } from './properties';
import { isSuccess, readAnswer } from './request-result';

/** What the console writes when nothing is chosen. */
const FORM = 'application/x-www-form-urlencoded;charset=utf-8';

/**
 * Asks any server (https://www.twilio.com/docs/studio/widget-library/http-request). A failure empties the outputs; an
 * answer of 4xx or 5xx keeps them.
 */
export const makeHttpRequest: Widget = {
  type: 'make-http-request',
  properties: {
    url: { ...template, required: true },
    method: { type: 'string', enumeration: ['GET', 'POST'] },
    content_type: { type: 'string' },
    body: template,
    parameters,
    add_twilio_auth: { type: 'boolean' },
  },
  events: ['success', 'failed'],
  needsCall: false,
  analysis: {
    outputs: only('body', 'content_type', 'parsed', 'status_code'),
    noticed: () => ({}),
    trouble: { failed: 'the server fails or takes longer than 10 seconds' },
  },
  enter: (visit) => {
    const request = requestOf(visit);
    const problem = problemWith(request, visit);
    if (problem === undefined) return { kind: 'wait', wait: { kind: 'http', request } };
    visit.warn(81014, problem);
    return { kind: 'leave', event: 'failed', outputs: {} };
  },
  receive: (visit, input) =>
    input.kind === 'request-result' ? finish(visit, input.result) : { kind: 'ignore' },
};

function finish(visit: Visit, result: RequestResult): Outcome {
  if ('failure' in result) {
    visit.warn(81016, `The server gave no answer that Studio can read: ${result.failure}`);
    return { kind: 'leave', event: 'failed', outputs: {} };
  }
  const { outputs, parsed } = readAnswer(result);
  const event = isSuccess(result) ? 'success' : 'failed';
  if (event === 'failed') visit.warn(81016, `The server answered ${result.status}`);
  return { kind: 'leave', event, outputs: parsed === null ? outputs : { ...outputs, parsed } };
}

/**
 * The parameters of a GET go into the query. Not public: where those of a POST go; here into the body when it is a form
 * without a body of its own, else into the query.
 */
function requestOf(visit: Visit): OutgoingRequest {
  const method = visit.property('method') === 'POST' ? 'POST' : 'GET';
  const type = visit.property('content_type');
  const contentType = typeof type === 'string' && type !== '' ? type : FORM;
  const values = Object.fromEntries(
    parametersOf(visit.property('parameters')).map((pair) => [pair.key, visit.render(pair.value)]),
  );
  const query = new URLSearchParams(values).toString();
  const body = method === 'POST' ? visit.text('body') : '';
  const isFormBody =
    method === 'POST' && body === '' && contentType.startsWith('application/x-www-form-urlencoded');
  return {
    method,
    url: isFormBody ? visit.text('url') : withQuery(visit.text('url'), query),
    contentType: method === 'POST' ? contentType : '',
    body: isFormBody ? query : body,
    parameters: values,
    addTwilioAuth: visit.property('add_twilio_auth') === true,
  };
}

function withQuery(url: string, query: string): string {
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** What makes Studio give up without asking (https://www.twilio.com/docs/api/errors/81014). */
function problemWith(request: OutgoingRequest, visit: Visit): string | undefined {
  const { url, parameters: given } = request;
  const isUrl = visit.decide({
    kind: 'text',
    question: 'is a URL',
    texts: deciding(url),
    holds: URL.canParse(url),
  });
  if (!isUrl) return 'The URL cannot be parsed: check what Liquid puts into it';
  if ('method' in given) return 'The parameter name "method" is reserved: choose another';
  if (request.addTwilioAuth && !isTwilioUrl(visit, url))
    return 'Twilio credentials go to Twilio hosts only: turn them off';
  return undefined;
}

function isTwilioUrl(visit: Visit, url: string): boolean {
  const holds = URL.canParse(url) && isTwilioHost(new URL(url).hostname);
  return visit.decide({ kind: 'text', question: 'is a URL of Twilio', texts: deciding(url), holds });
}

/** What decides whether a text is a URL, and whose. Behind its host anything may follow: it is encoded where it has to be. */
function deciding(url: string): string[] {
  const upToHost = /^https?:\/\/[^/?#]+[/?#]/i.exec(url)?.[0] ?? url;
  return [isUnknown(upToHost) ? url : upToHost];
}
