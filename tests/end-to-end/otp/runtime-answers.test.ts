import { readFileSync } from 'node:fs';
import path from 'node:path';

import { tableRows } from '../../structure/arrow-rows';
import type { OtpStage } from './stage';
import { readConfiguration, startOtpStage } from './stage';

jest.setTimeout(180_000);

const GUIDE = readFileSync(path.resolve(__dirname, '../../../docs/otp/README.md'), 'utf8');
const SECTION = GUIDE.split('\n## Answers that are not ours\n')[1]?.split('\n## ')[0] ?? '';
const PHONE = '+14155550100';
/** Bytes. */
const LIMIT = 6_291_456;

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage(readConfiguration('two-endpoints.env'));
});
afterAll(() => stage.stop());

interface Raw {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

const GOOD = `{"phoneNumber": "${PHONE}"}`;

/** One request for each row of the guide's table. */
const REQUESTS: Readonly<Record<string, readonly [body: string, headers?: Record<string, string>]>> = {
  'JSON that cannot be parsed': ['{"phoneNumber"'],
  'JSON that is neither object nor list': ['"a word"'],
  'a body of more than 6 291 456 bytes': [bodyOf(LIMIT + 1)],
  'a charset that it does not know': [GOOD, { 'Content-Type': 'application/json; charset=latin7' }],
  'a `Content-Encoding` that it cannot read': [GOOD, { 'Content-Encoding': 'foo' }],
};

/** JSON of so many bytes. */
function bodyOf(bytes: number): string {
  return `{"a": "${'1'.repeat(bytes - 9)}"}`;
}

async function post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Raw> {
  const usual = { Authorization: `Bearer ${stage.apiKey}`, 'Content-Type': 'application/json' };
  const request = { method: 'POST', body, headers: { ...usual, ...headers } };
  const response = await stage.inTime(fetch(`${stage.url}/otp/request`, request));
  const text = await stage.inTime(response.text());
  return { status: response.status, type: response.headers.get('Content-Type'), text };
}

/** What a browser shows of HTML. */
function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

describe('the table of answers of the runtime in docs/otp/README.md', () => {
  const rows = tableRows(SECTION);

  test('has each of the requests that are made here', () => {
    expect(rows.map(([request]) => request)).toEqual(Object.keys(REQUESTS));
  });

  test.each(rows)('is right about %s', async (request = '', status = '', type = '', says = '') => {
    const [body = '', headers] = REQUESTS[request] ?? [];
    const texts = stage.twilio.inbox(PHONE).length;
    for (const given of [headers, { ...headers, Authorization: '' }]) {
      const answer = await post(body, given);
      expect([String(answer.status), `\`${String(answer.type)}\``]).toEqual([status, type]);
      expect(plain(answer.text)).toContain(`<pre>${says.replaceAll('`', '')}`);
    }
    expect(stage.twilio.inbox(PHONE)).toHaveLength(texts);
  });
});

describe('a body of 6 291 456 bytes', () => {
  test('is answered by the service itself', async () => {
    const { status, type, text } = await post(bodyOf(LIMIT));
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid_request', field: 'phoneNumber' });
  });
});

describe('another method', () => {
  test.each(['PUT', 'PATCH', 'DELETE'])('%s is not allowed', async (method) => {
    const response = await stage.inTime(fetch(`${stage.url}/otp/request`, { method }));
    expect([response.status, (await stage.inTime(response.text())).trim()]).toEqual([
      405,
      'Method not allowed',
    ]);
  });
});
