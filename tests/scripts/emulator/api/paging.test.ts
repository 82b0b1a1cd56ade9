import { page2010, pageV2 } from '../../../../scripts/emulator/api/paging';
import { decodeParameters } from '../../../../scripts/emulator/api/parameters';
import type { ApiRequest } from '../../../../scripts/emulator/api/product';

const things = (count: number) => Array.from({ length: count }, (_, index) => ({ sid: `XX${index}` }));

function request(query: string): ApiRequest {
  const none = decodeParameters('');
  return {
    host: 'verify.twilio.com',
    method: 'GET',
    path: '/v2/Things',
    param: (name) => name,
    query: decodeParameters(query),
    form: none,
    files: new Map(),
    header: () => undefined,
    whenAnswered: () => undefined,
  };
}

const listing = (items: readonly { sid: string }[]) => ({
  key: 'things',
  items,
  format: ({ sid }: { sid: string }) => ({ sid }),
});

/** The SIDs of a page, and the queries of its neighbours. */
function read(query: string, items = things(5)) {
  const { body } = pageV2(request(query), listing(items));
  const { things: shown, meta } = body as {
    things: { sid: string }[];
    meta: Record<string, string | number | null>;
  };
  const queryOf = (url: unknown) => (typeof url === 'string' ? new URL(url).search : null);
  return {
    sids: shown.map(({ sid }) => sid),
    next: queryOf(meta.next_page_url),
    previous: queryOf(meta.previous_page_url),
    meta,
  };
}

describe('pageV2', () => {
  test('shows 50 on a page unless told', () => {
    expect(read('', things(51))).toMatchObject({
      next: '?PageSize=50&Page=1&PageToken=PAXX49',
      previous: null,
    });
  });

  test('leads forward and back again', () => {
    const first = read('PageSize=2&Colour=red');
    const second = read(first.next ?? '');
    const third = read(second.next ?? '');
    expect([first.sids, second.sids, third.sids]).toEqual([['XX0', 'XX1'], ['XX2', 'XX3'], ['XX4']]);
    expect(third.next).toBeNull();
    expect(read(third.previous ?? '').sids).toEqual(second.sids);
    expect(second.next).toContain('Colour=red');
  });

  test('does not shift when something new comes first', () => {
    const { next } = read('PageSize=2');
    expect(read(next ?? '', [{ sid: 'XX9' }, ...things(5)]).sids).toEqual(['XX2', 'XX3']);
  });

  test('goes by number when the token is of nothing', () => {
    expect(read('PageSize=2&Page=1&PageToken=PAXX99').sids).toEqual(['XX2', 'XX3']);
  });

  test.each(['0', '-1', '1001', 'many'])('refuses a page size of %s', (size) => {
    expect(pageV2(request(`PageSize=${size}`), listing([]))).toMatchObject({
      status: 400,
      body: { code: 20007 },
    });
  });

  test('has no neighbours for an empty list', () => {
    expect(read('PageSize=1000', [])).toMatchObject({
      sids: [],
      next: null,
      previous: null,
      meta: { page_size: 1000 },
    });
  });
});

describe('page2010', () => {
  test('counts from start to end, with addresses below the host', () => {
    const { body } = page2010(request('PageSize=2&Page=1'), listing(things(5)));
    expect(body).toMatchObject({
      page: 1,
      page_size: 2,
      start: 2,
      end: 3,
      first_page_uri: '/v2/Things?PageSize=2&Page=0',
      previous_page_uri: '/v2/Things?PageSize=2&Page=0&PageToken=PBXX2',
      next_page_uri: '/v2/Things?PageSize=2&Page=2&PageToken=PAXX3',
      uri: '/v2/Things?PageSize=2&Page=1',
    });
  });
});
