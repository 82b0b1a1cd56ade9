import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startDeadline } from '../../../../functions/lib/deadline.private';
import { systemTime } from '../../../../functions/lib/time.private';
import { checkChallenge } from '../../../../functions/lib/web/challenge.private';
import { readChallengeSettings } from '../../../../functions/lib/web/challenge-settings.private';

const asked: URLSearchParams[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const form = new URLSearchParams(body);
    asked.push(form);
    const answer = form.get('response');
    response.statusCode = answer === 'broken' ? 500 : 200;
    response.end(answer === 'garbage' ? '<html>' : JSON.stringify({ success: answer === 'a-person' }));
  });
});

/** Stands in for the provider; a port that nobody has is the one that was just closed. */
async function check(answer: string | undefined, url: string) {
  const challenge = readChallengeSettings({
    WEB_CHALLENGE: 'turnstile',
    WEB_CHALLENGE_SITE_KEY: 'site-key',
    WEB_CHALLENGE_SECRET: 'the-secret',
    WEB_CHALLENGE_URL: url,
  });
  if (challenge === undefined) throw new Error('The challenge is not set up');
  const event = answer === undefined ? {} : { 'cf-turnstile-response': answer };
  const tools = { deadline: startDeadline(systemTime) };
  return checkChallenge({ web: { challenge }, tools, event, ip: '192.0.2.1' });
}

describe('checkChallenge', () => {
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/siteverify`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked.length = 0;
  });

  test.each([
    ['a-person', 'passed'],
    ['a-program', 'failed'],
    ['garbage', 'failed'],
    ['broken', 'unavailable'],
  ])('has the provider look at "%s": %s', async (answer, result) => {
    expect(await check(answer, url)).toBe(result);
    expect(asked.map((form) => Object.fromEntries(form))).toEqual([
      { secret: 'the-secret', response: answer, remoteip: '192.0.2.1' },
    ]);
  });

  test('asks nobody without an answer', async () => {
    expect(await check(undefined, url)).toBe('failed');
    expect(asked).toEqual([]);
  });

  test('lets nobody pass when the provider is not there', async () => {
    expect(await check('a-person', 'http://127.0.0.1:1/siteverify')).toBe('unavailable');
  });

  test('lets everybody pass where none is set up', async () => {
    const tools = { deadline: startDeadline(systemTime) };
    expect(await checkChallenge({ web: {}, tools, event: {} })).toBe('passed');
  });
});
