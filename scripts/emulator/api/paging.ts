import type { JsonObject } from '../../../studio/model/json';
import { type Answer, failed, ok } from './answers';
import type { ApiRequest } from './product';

/** A resource in a list: what tokens of pages are made of. */
interface Listed {
  readonly sid: string;
}

/** What to list: `items` in Twilio's order (newest first), `key` the name of the list in the body. */
export interface Listing<T extends Listed> {
  readonly key: string;
  readonly items: readonly T[];
  readonly format: (item: T) => JsonObject;
  /** The largest `PageSize`; 1000 by default. */
  readonly maximumPageSize?: number;
}

/** One page of a list, and the addresses of its neighbours (null where there is none). */
interface Page<T> {
  readonly number: number;
  readonly size: number;
  readonly start: number;
  readonly items: readonly T[];
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly self: string;
}

const defaultPageSize = 50;

/** https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information */
const usualMaximumPageSize = 1000;

/** A page in the shape of the v1 and v2 APIs: the list and `meta`, with absolute addresses. */
export function pageV2<T extends Listed>(request: ApiRequest, listing: Listing<T>): Answer {
  const page = pageOf(request, listing);
  if (page === null) return invalidPageSize(listing);
  const address = (uri: string): string => `https://${request.host}${uri}`;
  return ok({
    [listing.key]: page.items.map(listing.format),
    meta: {
      key: listing.key,
      page: page.number,
      page_size: page.size,
      first_page_url: address(page.first),
      previous_page_url: page.previous === null ? null : address(page.previous),
      next_page_url: page.next === null ? null : address(page.next),
      url: address(page.self),
    },
  });
}

/** A page in the shape of the 2010 API: everything flat, with addresses relative to the host. */
export function page2010<T extends Listed>(request: ApiRequest, listing: Listing<T>): Answer {
  const page = pageOf(request, listing);
  if (page === null) return invalidPageSize(listing);
  return ok({
    [listing.key]: page.items.map(listing.format),
    page: page.number,
    page_size: page.size,
    start: page.start,
    end: page.start + Math.max(page.items.length - 1, 0),
    first_page_uri: page.first,
    previous_page_uri: page.previous,
    next_page_uri: page.next,
    uri: page.self,
  });
}

function pageOf<T extends Listed>(
  request: ApiRequest,
  { items, maximumPageSize = usualMaximumPageSize }: Listing<T>,
): Page<T> | null {
  const size = request.query.integer('PageSize') ?? defaultPageSize;
  if (!(size >= 1 && size <= maximumPageSize)) return null;
  const number = Math.max(request.query.integer('Page') ?? 0, 0) || 0;
  const start = startOf(request.query.optional('PageToken'), items, number * size, size);
  const shown = items.slice(start, start + size);
  const last = shown.at(-1);
  const first = shown.at(0);
  const hasNext = start + size < items.length;
  return {
    number,
    size,
    start,
    items: shown,
    first: addressOf(request, size, 0),
    previous:
      number > 0 && start > 0 && first ? addressOf(request, size, number - 1, `PB${first.sid}`) : null,
    next: hasNext && last ? addressOf(request, size, number + 1, `PA${last.sid}`) : null,
    self: addressOf(request, size, number, request.query.optional('PageToken')),
  };
}

/**
 * Where a page begins. Tokens name the item before (`PA…`) or after (`PB…`) the page, so that new resources, which
 * come first, do not shift the pages under a client that walks them; a token of a resource that is gone falls back
 * to the page's number. Not public: Twilio's tokens are opaque.
 */
function startOf(
  token: string | undefined,
  items: readonly Listed[],
  fallback: number,
  size: number,
): number {
  const index = token === undefined ? -1 : items.findIndex((item) => item.sid === token.slice(2));
  if (index === -1) return fallback;
  return token?.startsWith('PB') ? Math.max(index - size, 0) : index + 1;
}

function addressOf(request: ApiRequest, size: number, page: number, token?: string): string {
  const query = request.query.without(['PageSize', 'Page', 'PageToken']);
  query.set('PageSize', String(size));
  query.set('Page', String(page));
  if (token !== undefined) query.set('PageToken', token);
  return `${request.path}?${query.toString()}`;
}

/** https://www.twilio.com/docs/errors/20007. Not public: what a size below 1 answers; we say the same. */
function invalidPageSize({
  maximumPageSize = usualMaximumPageSize,
}: Pick<Listing<never>, 'maximumPageSize'>): Answer {
  return failed({ status: 400, code: 20007, message: `Page size must be between 1 and ${maximumPageSize}` });
}
