import twilio, { RequestClient } from 'twilio';
import TwilioResponse from 'twilio/lib/http/response';

import { smoke } from '../../../scripts/deployment/smoke';

interface AskedRequest {
  readonly uri: string;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

const TO = { to: '+14155550100', channel: 'sms' };

/** A client whose functions answer one after the other; it notes what was asked. */
function target(answers: readonly { readonly statusCode: number; readonly body: unknown }[]) {
  const asked: { readonly uri: string; readonly data: unknown; readonly signature: unknown }[] = [];
  class FakeClient extends RequestClient {
    override async request<T>(options: AskedRequest): Promise<TwilioResponse<T>> {
      const answer = answers[asked.length];
      if (answer === undefined) throw new Error('Nobody expected this request');
      asked.push({
        uri: options.uri,
        data: options.data,
        signature: options.headers?.['X-Twilio-Signature'],
      });
      return new TwilioResponse(answer.statusCode, answer.body as T, {});
    }
  }
  const client = twilio(`AC${'1'.repeat(32)}`, 'token', { httpClient: new FakeClient() });
  return { asked, client, domain: 'x-1-dev.twil.io', sign: (url: string) => `signed ${url}` };
}

const ok = (success: boolean, status: string) => ({
  statusCode: 200,
  body: { success, status, message: 'm' },
});

describe('smoke', () => {
  test('asks both functions as a flow does, signed', async () => {
    const there = target([ok(true, 'sent'), ok(true, 'approved')]);
    expect((await smoke(there, TO, async () => ' 123456\n')).verified).toBe(true);
    expect(there.asked).toEqual([
      {
        uri: 'https://x-1-dev.twil.io/start-verify',
        data: TO,
        signature: 'signed https://x-1-dev.twil.io/start-verify',
      },
      {
        uri: 'https://x-1-dev.twil.io/check-verify',
        data: { to: TO.to, code: '123456' },
        signature: 'signed https://x-1-dev.twil.io/check-verify',
      },
    ]);
  });

  test('asks for no code when none was sent', async () => {
    const there = target([ok(false, 'unreachable')]);
    const result = await smoke(there, TO, () => Promise.reject(new Error('asked for a code')));
    expect(result).toMatchObject({ verified: false, start: { status: 'unreachable' }, check: null });
  });

  test('asks for the code that may have been sent', async () => {
    const result = await smoke(
      target([ok(false, 'maybe_sent'), ok(true, 'approved')]),
      TO,
      async () => '1234',
    );
    expect(result.verified).toBe(true);
  });

  test.each([
    ['a wrong code', ok(false, 'pending')],
    ['success without approval', ok(true, 'sent')],
    ['approval without success', ok(false, 'approved')],
    ['a page that is no answer', { statusCode: 200, body: '<html>' }],
    ['a refusal', { statusCode: 403, body: 'no' }],
  ])('is not verified by %s', async (_name, answer) => {
    const result = await smoke(target([ok(true, 'sent'), answer]), TO, async () => '1234');
    expect(result.verified).toBe(false);
  });

  test('says that the functions are not there', async () => {
    const { start } = await smoke(target([{ statusCode: 404, body: 'not found' }]), TO, async () => '');
    expect(start).toMatchObject({ success: false, status: 'http-404' });
  });
});
