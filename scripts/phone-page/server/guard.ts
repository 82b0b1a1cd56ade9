import { timingSafeEqual } from 'node:crypto';
import type { HonoRequest, MiddlewareHandler } from 'hono';

/** What a request has to show. */
export interface Guard {
  /** Port of the page: part of its `Host` and `Origin`. */
  readonly port: () => number;
  /** The secret of this run, which only the page itself can read. */
  readonly token: string;
}

/** Header in which the page sends its token. */
const TOKEN_HEADER = 'x-phone-page';

/** Bytes of a command; none of ours has more. */
const LONGEST_COMMAND = 2000;

/**
 * Lets in what comes from the page itself. A foreign `Host` is DNS rebinding; a request of another site shows itself by
 * `Sec-Fetch-Site`; a command needs our `Origin` and the token besides, so that no page of the internet, and no other
 * program's form, can press a key here.
 */
export function createGuard(guard: Guard): MiddlewareHandler {
  return async ({ req, text }, next) => {
    const refusal = refusalOf(guard, req);
    return refusal === null ? next() : text(refusal.reason, refusal.status);
  };
}

interface Refusal {
  readonly status: 403 | 413 | 421;
  readonly reason: string;
}

function refusalOf({ port, token }: Guard, request: HonoRequest): Refusal | null {
  const header = (name: string): string => request.header(name) ?? '';
  const host = header('host');
  if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`) {
    return { status: 421, reason: 'Open this page by the address that npm start printed.' };
  }
  if (!isFromHere(request)) return { status: 403, reason: 'Not from another site.' };
  if (request.method === 'GET') return null;
  if (header('origin') !== `http://${host}` || !isSame(header(TOKEN_HEADER), token)) {
    return { status: 403, reason: 'Not from this page.' };
  }
  const length = header('content-length');
  const isShort = length !== '' && Number(length) <= LONGEST_COMMAND;
  return isShort ? null : { status: 413, reason: 'Too long.' };
}

/** Browsers say where a request comes from. A link from elsewhere may open the page, and nothing else. */
function isFromHere(request: HonoRequest): boolean {
  const site = request.header('sec-fetch-site') ?? 'none';
  if (site === 'same-origin' || site === 'none') return true;
  return request.method === 'GET' && request.header('sec-fetch-mode') === 'navigate';
}

/** Headers of every answer: nothing is kept, nothing foreign is loaded or run, nobody frames it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
