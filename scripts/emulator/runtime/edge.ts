import type { EdgeRequest, EdgeResponse } from './functions-host';
import type { Route } from './routes';
import { hasValidSignature } from './signature';

/** A function has 10 seconds: https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow */
export const FUNCTION_TIMEOUT_MILLISECONDS = 10_000;

/**
 * What a protected function or asset answers without a valid `X-Twilio-Signature`. The request-flow page above says 400;
 * people report 403. Not public which it is today: the documented one.
 */
const BAD_SIGNATURE_STATUS = 400;

/**
 * Answers that the platform gives in a function's place. Not public: all texts but "runtime application timed out"
 * (https://www.twilio.com/docs/runtime/functions/faq), the status of an unsupported method, and that of a process that
 * ends; the debugger calls the last two and the timeout 82002.
 */
export const edgeAnswers = {
  unknownPath: text(404, 'Not found'),
  badSignature: text(BAD_SIGNATURE_STATUS, 'Invalid Twilio signature'),
  // "Twilio Functions responds to three HTTP verbs: GET, POST, and OPTIONS", by the request-flow page.
  unsupportedMethod: text(405, 'Method not allowed'),
  // "If a GET request includes a body, Twilio Functions returns an HTTP 403 Forbidden", by the same page.
  bodyOnGet: text(403, 'Forbidden'),
  timedOut: text(504, 'runtime application timed out'),
  exited: text(500, 'runtime application exited'),
} as const satisfies Record<string, EdgeResponse>;

/**
 * The answer of the edge itself; undefined when the request may go on to the function or asset. An OPTIONS request goes on
 * unsigned: a browser cannot sign its preflight, and no function runs for it.
 */
export function refusal(
  request: EdgeRequest,
  routes: ReadonlyMap<string, Route>,
  authToken: string,
): EdgeResponse | undefined {
  const route = routes.get(request.path.split('?', 1)[0] ?? '');
  if (route === undefined || route.access === 'private') return edgeAnswers.unknownPath;
  if (!['GET', 'POST', 'OPTIONS'].includes(request.method)) return edgeAnswers.unsupportedMethod;
  if (request.method === 'GET' && request.body !== '') return edgeAnswers.bodyOnGet;
  if (request.method === 'OPTIONS' || route.access === 'public') return undefined;
  return hasValidSignature(request, authToken) ? undefined : edgeAnswers.badSignature;
}

/** The paths of an environment. `/` is `/assets/index.html`, as on Twilio; the runtime handler makes the same exception. */
export function routeTable(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const table = new Map(routes.map((route) => [route.path, route]));
  const index = table.get('/assets/index.html');
  if (index !== undefined && !table.has('/')) table.set('/', index);
  return table;
}

function text(status: number, body: string): EdgeResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
