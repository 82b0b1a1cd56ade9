import { APPROVED, invoke, KEYS, refusal, STARTED, useRuntimeResponse } from './fakes/invoke';
import { networkError } from './fakes/stub-http';

const TO = '+14155550100';

beforeAll(useRuntimeResponse);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('start-verify', () => {
  test('answers that a code is on its way', async () => {
    const { statusCode, headers, body, logged } = await invoke('start-verify', { to: TO }, [STARTED]);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    expect(body).toEqual({
      success: true,
      status: 'sent',
      message: expect.any(String),
      attempts: 1,
      retryAfterSeconds: 0,
    });
    expect(logged.map(({ level }) => level)).toEqual(['info']);
    expect(JSON.parse(logged[0]?.line ?? '')).toEqual({
      endpoint: 'start-verify',
      status: 'sent',
      httpStatus: 200,
      milliseconds: expect.any(Number),
      to: '+1******0100',
      channel: 'sms',
    });
  });

  test('answers 200 for a withheld number', async () => {
    const { statusCode, body } = await invoke('start-verify', { to: 'anonymous' }, []);
    expect([statusCode, body['status'], body['success']]).toEqual([200, 'invalid_number', false]);
  });

  test('answers 400 for a missing number', async () => {
    const { statusCode, body } = await invoke('start-verify', {}, []);
    expect([statusCode, body['status'], body['success']]).toEqual([400, 'error', false]);
    expect(Object.keys(body).sort()).toEqual(KEYS);
  });

  test('answers 500 without a service and raises an alarm', async () => {
    const variables = { VERIFY_SERVICE_SID: undefined };
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [], variables);
    expect([statusCode, body['status']]).toEqual([500, 'error']);
    expect(Object.keys(body).sort()).toEqual(KEYS);
    expect(body['message']).toContain('VERIFY_SERVICE_SID');
    expect(logged.map(({ level }) => level)).toEqual(['error']);
  });

  test('answers 500 for a bug without its message', async () => {
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [
      new TypeError('the-secret'),
    ]);
    expect([statusCode, body['status']]).toEqual([500, 'error']);
    expect(logged.map(({ level }) => level)).toEqual(['error']);
    expect(JSON.stringify([body, logged])).not.toContain('the-secret');
  });

  test('raises an alarm with the code for bad credentials', async () => {
    const { body, logged } = await invoke('start-verify', { to: TO }, [refusal(401, 20003, 'Authenticate')]);
    expect(body['status']).toBe('error');
    expect(logged.map(({ level }) => level)).toEqual(['error']);
    expect(logged[0]?.line).toContain('"twilioCode":20003');
  });
});

describe('start-verify without Twilio', () => {
  test.each([
    ['ECONNREFUSED', 'error', 'not-sent', 'error'],
    ['ECONNABORTED', 'maybe_sent', 'unknown', 'info'],
  ])('says after %s: %s', async (code, status, noAnswer, level) => {
    const { statusCode, body, logged } = await invoke('start-verify', { to: TO }, [networkError(code)]);
    expect([statusCode, body['status'], body['success']]).toEqual([200, status, false]);
    expect(logged.map((entry) => entry.level)).toEqual([level]);
    expect(logged[0]?.line).toContain(`"noAnswer":"${noAnswer}"`);
  });
});

describe('check-verify', () => {
  test('answers approved for the right code', async () => {
    const { statusCode, body, logged } = await invoke('check-verify', { to: TO, code: '012345' }, [APPROVED]);
    expect([statusCode, body['status'], body['success']]).toEqual([200, 'approved', true]);
    expect(JSON.stringify(logged)).not.toContain('012345');
  });

  test('answers expired where Twilio finds nothing', async () => {
    const { body } = await invoke('check-verify', { to: TO, code: '012345' }, [
      refusal(404, 20404, 'not found'),
    ]);
    expect([body['status'], body['success']]).toEqual(['expired', false]);
  });
});
