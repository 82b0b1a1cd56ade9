import { withRetries } from '../../../../scripts/deployment/requests/retries';

/** Sends the answers one after the other; a text is thrown as a cut connection. */
function sender(answers: readonly (number | string)[]) {
  const pauses: number[] = [];
  let sent = 0;
  const send = async () => {
    const answer = answers[Math.min(sent, answers.length - 1)] ?? 200;
    sent += 1;
    if (typeof answer === 'string') throw new Error(answer);
    return { status: answer };
  };
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const run = (isReading: boolean) => withRetries({ wait, random: () => 1 }, isReading, send);
  return { run, pauses, sent: () => sent };
}

describe('withRetries', () => {
  test.each<[string, boolean, readonly (number | string)[], number | string, number]>([
    ['what is answered', false, [201], 201, 1],
    ['a change that came too soon', false, [429, 429, 201], 201, 3],
    ['a reading that failed on the way', true, [500, 'cut', 503, 200], 200, 4],
    ['a change that failed, once', false, [500, 201], 500, 1],
    ['a change whose answer was lost, once', false, ['cut', 201], 'cut', 1],
    ['a refusal, once', true, [404, 200], 404, 1],
    ['what always comes too soon, six times', false, [429], 429, 6],
    ['what is always cut, six times', true, ['cut'], 'cut', 6],
  ])('sends %s', async (_name, isReading, answers, ending, times) => {
    const { run, sent } = sender(answers);
    if (typeof ending === 'string') await expect(run(isReading)).rejects.toThrow(ending);
    else expect(await run(isReading)).toEqual({ status: ending });
    expect(sent()).toBe(times);
  });

  test('waits longer each time, up to a bound', async () => {
    const { run, pauses } = sender([429]);
    await run(false);
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000]);
  });
});
