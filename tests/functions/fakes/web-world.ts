import { endpoint as code } from '../../../functions/web/code';
import { endpoint as number } from '../../../functions/web/number';
import { endpoint as resend } from '../../../functions/web/resend';
import { endpoint as start } from '../../../functions/web/start';
import { endpoint as verify } from '../../../functions/web/verify';
import type { Handler } from '../../../functions/lib/handler.private';
import { createSessionHandler } from '../../../functions/lib/web/session-handler.private';
import type { WebEnvironment } from '../../../functions/lib/web/web-handler.private';
import { createWebHandler } from '../../../functions/lib/web/web-handler.private';
import { createOtpWorld, KEYS, otpVariables } from './otp-world';
import type { Mishaps, OtpWorld } from './otp-world';
import { hiddenFields, shownSession } from './shown-page';

/** The pages over the world of the one-time-passcode service. */
export interface WebWorld extends OtpWorld {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a browser or a server is answered. */
export interface WebResponse {
  readonly status: number;
  /** By name, as the function wrote them. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The pages, by the last part of their paths. */
const PAGES = { start, verify, number, code, resend } as const;

/** Last part of a page's path. */
export type PageName = keyof typeof PAGES;

/** A browser with its cookies. */
export interface FakeBrowser {
  cookies: Readonly<Record<string, string>>;
  /** The page that it shows. */
  text: string;
}

export const RETURN_URL = 'https://app.example.com/phone/return';

const VARIABLES = { WEB_RETURN_ORIGINS: 'https://app.example.com', WEB_BRAND_NAME: 'Example Bank' };

/** An empty world; `more` are variables besides those that are needed. */
export function createWebWorld(more: Readonly<Record<string, string>> = {}): WebWorld {
  const variables = { ...otpVariables(more), ...VARIABLES, ...more };
  return { ...createOtpWorld(more), variables };
}

/** A browser that has never been here. */
export function newBrowser(): FakeBrowser {
  return { cookies: {}, text: '' };
}

/** Besides cookies and fields. */
export interface Around {
  readonly headers?: Readonly<Record<string, string>>;
  readonly mishaps?: Mishaps;
}

/** Asks `/web/session` as the application's server does, with the shop's key unless another one is given. */
export async function askSession(
  world: WebWorld,
  fields: object,
  { headers = {} }: Around = {},
  isPost = true,
): Promise<WebResponse & { readonly body: Readonly<Record<string, unknown>> }> {
  const handler = createSessionHandler(() => world.tools());
  const all = {
    authorization: `Bearer ${KEYS.shop}`,
    ...(isPost ? { 'content-type': 'application/json' } : {}),
    ...headers,
  };
  const event = { request: { headers: all, cookies: {} }, ...fields };
  const response = await world.time.run(call(handler, world, event));
  const json: unknown = JSON.parse(response.text);
  return { ...response, body: Object.assign({}, json) };
}

/** A session of a user, and its link's token. */
export async function sessionFor(
  world: WebWorld,
  userId = 'user-1',
  fields: object = {},
): Promise<{ readonly token: string; readonly sessionId: string }> {
  const { body } = await askSession(world, { userId, returnUrl: RETURN_URL, ...fields });
  const token = new URL(String(body['url'])).searchParams.get('token') ?? '';
  return { token, sessionId: String(body['sessionId']) };
}

/** Opens a page, follows no redirect, and keeps cookies. */
export async function get(
  world: WebWorld,
  browser: FakeBrowser,
  page: PageName,
  query: object = {},
  around: Around = {},
): Promise<WebResponse> {
  return ask(world, browser, page, { ...shownSession(browser), ...query }, around);
}

/** Posts a form of the page that the browser shows: its hidden fields, with these in addition or in their place. */
export async function post(
  world: WebWorld,
  browser: FakeBrowser,
  page: PageName,
  fields: Readonly<Record<string, string | undefined>> = {},
  around: Around = {},
): Promise<WebResponse> {
  const all = { ...shownSession(browser), ...hiddenFields(browser.text, page), ...fields };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...around.headers };
  return ask(world, browser, page, given, { ...around, headers });
}

/** Opens a link and follows it to the page behind. */
export async function open(world: WebWorld, browser: FakeBrowser, token: string): Promise<WebResponse> {
  let response = await get(world, browser, 'start', { token });
  for (let hop = 0; response.status === 303 && hop < 5; hop += 1)
    response = await follow(world, browser, response);
  return response;
}

/** Follows a redirect. */
async function follow(world: WebWorld, browser: FakeBrowser, response: WebResponse): Promise<WebResponse> {
  const url = new URL(String(response.headers['Location']), 'https://otp.example.twil.io');
  const page = Object.keys(PAGES).find((name) => url.pathname === `/web/${name}`);
  if (!isPageName(page)) throw new Error(`A redirect leads to ${url.pathname}`);
  return get(world, browser, page, Object.fromEntries(url.searchParams));
}

/** The page that comes after a form, with the redirect followed. */
export async function submit(
  world: WebWorld,
  browser: FakeBrowser,
  page: PageName,
  fields: Readonly<Record<string, string | undefined>> = {},
): Promise<WebResponse> {
  const response = await post(world, browser, page, fields);
  return response.status === 303 ? follow(world, browser, response) : response;
}

/** The heading of a page. */
export function heading({ text }: Pick<WebResponse, 'text'>): string {
  return /<h1>([^<]*)<\/h1>/.exec(text)?.[1] ?? '';
}

async function ask(
  world: WebWorld,
  browser: FakeBrowser,
  page: PageName,
  fields: object,
  { headers = {}, mishaps }: Around,
): Promise<WebResponse> {
  const handler = createWebHandler(PAGES[page], () => world.tools(mishaps));
  const event = { request: { headers, cookies: browser.cookies }, ...fields };
  const response = await world.time.run(call(handler, world, event));
  const set: unknown[] = [response.headers['Set-Cookie'] ?? []].flat();
  for (const cookie of set) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(typeof cookie === 'string' ? cookie : '') ?? [];
    browser.cookies = { ...browser.cookies, [name]: value };
  }
  if (response.status !== 303) browser.text = response.text;
  return response;
}

async function call(handler: Handler<WebEnvironment>, world: WebWorld, event: object): Promise<WebResponse> {
  const context = { ...CONTEXT, ...world.variables };
  const response = await new Promise<unknown>((resolve, reject) => {
    const answer = (_error: unknown, payload: unknown): void => resolve(payload);
    Promise.resolve(handler(context, { request: { headers: {}, cookies: {} }, ...event }, answer)).catch(
      reject,
    );
  });
  const { statusCode, headers, body } = Object.assign({ statusCode: 0, headers: {}, body: '' }, response);
  return { status: statusCode, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

const CONTEXT = {
  PATH: '/',
  DOMAIN_NAME: 'otp.example.twil.io',
  SERVICE_SID: undefined,
  ENVIRONMENT_SID: undefined,
  getTwilioClient: () => {
    throw new Error('Unplanned use of the SDK');
  },
};

function isPageName(name: string | undefined): name is PageName {
  return name !== undefined && Object.hasOwn(PAGES, name);
}
