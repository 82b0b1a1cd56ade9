import fc from 'fast-check';

import { APPROVED, CHECK_KEYS, invoke, KEYS, refusal, STARTED, useRuntimeResponse } from './fakes/invoke';
import { networkError } from './fakes/stub-http';
import type { HttpAnswer } from './fakes/stub-http';

const TO = '+14155550100';

beforeAll(useRuntimeResponse);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('every built function', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const parameter = fc.oneof(
    json,
    fc.constantFrom(TO, '+34600000000', 'anonymous', '', 'sms', 'call', 'es', '012345', [TO, TO]),
  );
  // Half of the requests are good ones, so that Twilio's part gets its turn.
  const mostly = (value: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: parameter });
  const events = fc.record(
    {
      to: mostly(TO),
      code: mostly('012345'),
      channel: mostly('sms'),
      locale: parameter,
      callSid: parameter,
      request: parameter,
    },
    { requiredKeys: ['to', 'code'] },
  );
  const message = fc.constantFrom(
    `Invalid parameter \`To\`: ${TO}`,
    'Invalid parameter: Code 987654',
    'the-auth-token',
  );
  const answers = fc.oneof(
    fc.constantFrom(
      STARTED,
      APPROVED,
      networkError('ECONNRESET'),
      networkError('ENOTFOUND'),
      new Error('the-auth-token'),
    ),
    fc.record({ statusCode: fc.integer({ min: 200, max: 599 }), body: json }),
    fc
      .tuple(
        fc.constantFrom(400, 403, 404, 429, 503),
        fc.constantFrom(20429, 60200, 60202, 60203, 60410, 1),
        message,
      )
      .map(([status, code, text]) => refusal(status, code, text)),
  );

  test.each([
    ['start-verify', 'pending', KEYS],
    ['check-verify', 'approved', CHECK_KEYS],
  ])('%s answers anything, and gives nothing away', async (name, word, keys) => {
    await fc.assert(
      fc.asyncProperty(events, answers, async (event, answer) => {
        const { statusCode, body, logged } = await invoke(name, event, [answer, answer, answer, answer]);
        expect([200, 400, 500]).toContain(statusCode);
        expect(Object.keys(body).sort()).toEqual(keys);
        expect(body['success']).toBe(body['status'] === 'sent' || body['status'] === 'approved');
        // Success is Twilio's word, and the right one.
        if (body['success'] === true) expect(statusIn(answer)).toBe(word);
        expect(logged).toHaveLength(1);
        const visible = JSON.stringify([body, logged]);
        expect(visible).not.toMatch(/4155550100|600000000|012345|987654|the-auth-token/);
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});

function statusIn(answer: HttpAnswer): unknown {
  if (answer instanceof Error || typeof answer.body !== 'object' || answer.body === null) return undefined;
  return 'status' in answer.body ? answer.body.status : undefined;
}
