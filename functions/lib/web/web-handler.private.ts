import { createHandler } from '../handler.private';
import type { Handler, Reaction } from '../handler.private';
import { headersOf } from '../otp/fields.private';
import type { OtpEnvironment, ToolMaker } from '../otp/make-tools.private';
import type { OtpTools } from '../otp/otp-tools.private';
import { clientAddress } from './client-address.private';
import { secretOf, setCookie } from './cookie.private';
import { frameFor } from './frame-for.private';
import type { CountryLister } from './frame-for.private';
import { pageHeaders } from './page-headers.private';
import { renderView, statusOf } from './pages/render-view.private';
import type { WebSettingName } from './setting-table.private';
import type { View, Visit, WebAnswer } from './visit.private';
import { createWebSecrets } from './web-secrets.private';
import { readWebSettings } from './web-settings.private';
import type { WebSettings } from './web-settings.private';

/** Environment variables of the pages, and those of the service that they are a client of. */
export type WebEnvironment = OtpEnvironment & Partial<Record<WebSettingName, string | undefined>>;

/** A page, or what a form of a page is posted to. */
export interface WebEndpoint {
  /** For the log: `web/number`. */
  readonly name: string;
  /** True: only a form that was posted is listened to, and no plain link. */
  readonly isForm: boolean;
  readonly act: (visit: Visit) => Promise<WebAnswer>;
  /** For endpoints that show the first page: knowing all countries' numbers is most of their size. */
  readonly countries?: CountryLister;
}

const FORM_TYPE = /^application\/x-www-form-urlencoded *(;|$)/i;

/** Makes the handler of a page. Whatever happens, the answer is a page or leads to one. */
export function createWebHandler(endpoint: WebEndpoint, makeTools: ToolMaker): Handler<WebEnvironment> {
  return createHandler<WebEnvironment>(
    async (context, event) => {
      const tools = makeTools(context);
      const web = readWebSettings(context);
      const visit = visitOf({ tools, web, event });
      const answer = isWelcome(endpoint, event)
        ? await endpoint.act(visit)
        : ({ kind: 'page', view: { kind: 'stale' } } as const);
      return reactionTo(endpoint, answer, visit);
    },
    ({ problem }) => ({
      httpStatus: 500,
      headers: { ...pageHeaders({ isSecure: true }), 'Content-Type': 'text/plain; charset=utf-8' },
      body: 'This page does not work at the moment. Please try again later.',
      log: { endpoint: endpoint.name, decision: 'failed', problem },
      isAlarm: true,
    }),
  );
}

/**
 * A browser that says where a request comes from (https://www.w3.org/TR/fetch-metadata/) is taken at its word; the form's token is
 * what counts.
 */
function isWelcome({ isForm }: WebEndpoint, event: unknown): boolean {
  if (!isForm) return true;
  const headers = headersOf(event);
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const type = headers['content-type'];
  return isOurs && typeof type === 'string' && FORM_TYPE.test(type);
}

interface Parts {
  readonly tools: OtpTools;
  readonly web: WebSettings;
  readonly event: unknown;
}

function visitOf({ tools, web, event }: Parts): Visit {
  const headers = headersOf(event);
  const ip = web.ipHeader === undefined ? undefined : clientAddress(headers[web.ipHeader]);
  return {
    tools,
    web,
    event,
    secrets: createWebSecrets(tools.settings.secret),
    acceptLanguage: headers['accept-language'],
    secretOf: (sessionId) => secretOf(event, sessionId, isSecure(tools)),
    ...(ip === undefined ? {} : { ip }),
  };
}

function reactionTo(
  { name, countries = noCountries }: WebEndpoint,
  answer: WebAnswer,
  visit: Visit,
): Reaction {
  const { web, tools } = visit;
  const needed = { ...web, isSecure: isSecure(tools) };
  const log = {
    endpoint: name,
    decision: answer.kind === 'page' ? answer.view.kind : 'redirect',
    ...(answer.visit === undefined
      ? {}
      : { sessionId: answer.visit.sessionId, client: answer.visit.session.client }),
    outsideCalls: tools.deadline.calls(),
  };
  if (answer.kind === 'redirect') {
    const cookie =
      answer.cookie === undefined ? {} : { 'Set-Cookie': setCookie(answer.cookie, needed.isSecure) };
    const headers = { ...pageHeaders(needed), Location: answer.to, ...cookie };
    return { httpStatus: 303, headers, body: '', log, isAlarm: false };
  }
  const { view } = answer;
  return {
    httpStatus: statusOf(view),
    headers: pageHeaders(needed, postsTo(view, answer.visit?.session.returnUrl)),
    body: renderView(view, frameFor(answer.visit ?? visit, countries)),
    log,
    isAlarm: view.kind === 'unavailable',
  };
}

/** Functions are not told the `Host` header (https://www.twilio.com/docs/runtime/functions/headers-and-cookies/limitations): `OTP_ORIGIN` is. */
function isSecure({ origin }: OtpTools): boolean {
  return origin.startsWith('https:');
}

function noCountries(): readonly [] {
  return [];
}

/** Only two pages post to the application. */
function postsTo(view: View, returnUrl: string | undefined): string | undefined {
  return view.kind === 'done' || view.kind === 'already' ? returnUrl : undefined;
}
