import { parseAnswers } from '../../../scripts/calls/parse-answers';

describe('parseAnswers', () => {
  test('reads answers, failures and null in order', () => {
    const answers = [{ status: 200, contentType: 'text/plain', body: 'ok' }, { failure: 'timeout' }, null];
    expect(parseAnswers(answers)).toEqual({ ok: true, answers });
  });

  test('finds none where none are written', () => {
    expect(parseAnswers(undefined)).toEqual({ ok: true });
  });

  test.each([
    ['x', '"answers" must be a list'],
    [[null, 5], 'Answer 2 must be'],
    [[{ status: '200', contentType: '', body: '' }], 'Answer 1 must be'],
    [[{ failure: 'bored' }], 'Answer 1 must be'],
  ])('refuses %j', (json, problem) => {
    expect(parseAnswers(json)).toEqual({ ok: false, problem: expect.stringContaining(problem) as string });
  });
});
