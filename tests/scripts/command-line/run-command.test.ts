import { unlessStopped } from '../../../scripts/command-line/run-command';

const STOPPED = { code: 'stopped', message: 'Stopped.' };

describe('unlessStopped', () => {
  test('gives what the work gives', async () => {
    expect(await unlessStopped(Promise.resolve(7), new AbortController().signal)).toBe(7);
  });

  test('fails as the work fails', async () => {
    const work = Promise.reject(new Error('no disk'));
    await expect(unlessStopped(work, new AbortController().signal)).rejects.toThrow('no disk');
  });

  test('waits for the work to end before it says stopped', async () => {
    const stop = new AbortController();
    const happened: string[] = [];
    let end = (): void => undefined;
    const work = new Promise<void>((resolve) => {
      end = resolve;
    }).then(() => happened.push('work ended'));
    const waiting = unlessStopped(work, stop.signal).catch((error: unknown) => {
      happened.push('stopped');
      return error;
    });
    stop.abort();
    await new Promise(setImmediate);
    expect(happened).toEqual([]);
    end();
    expect(await waiting).toMatchObject(STOPPED);
    expect(happened).toEqual(['work ended', 'stopped']);
  });

  test('gives up work that goes on after the grace', async () => {
    const stop = new AbortController();
    const waiting = unlessStopped(new Promise(() => undefined), stop.signal, 0);
    stop.abort();
    await expect(waiting).rejects.toMatchObject(STOPPED);
  });

  test('says stopped for work that failed by it', async () => {
    const work = Promise.reject(new Error('connection refused'));
    await expect(unlessStopped(work, AbortSignal.abort())).rejects.toMatchObject(STOPPED);
  });
});
