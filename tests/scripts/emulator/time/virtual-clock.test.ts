import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { VirtualClock } from '../../../../scripts/emulator/time/virtual-clock';
import { virtualClock } from '../../../../scripts/emulator/time/virtual-clock';

const START = Date.UTC(2026, 0, 1);
const never = (): boolean => false;

/** A clock, and a diary of what happened at which millisecond after its start. */
function diary(): { clock: VirtualClock; entries: [string, number][]; note: (what: string) => () => void } {
  const clock = virtualClock(START);
  const entries: [string, number][] = [];
  return { clock, entries, note: (what) => () => entries.push([what, clock.now() - START]) };
}

describe('virtualClock', () => {
  test('stands still until it is told to run', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(1, note('late'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(entries).toEqual([]);
    expect(clock.now()).toBe(START);
  });

  test('fires timers of one moment in their order', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(20, note('c'));
    clock.schedule(10, note('a'));
    clock.schedule(10, note('b'));
    expect(await clock.runUntil(never)).toBe(false);
    expect(entries).toEqual([['a', 10], ['b', 10], ['c', 20]]); // prettier-ignore
  });

  test('lets promises settle between two timers', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, () => {
      void Promise.resolve()
        .then(() => Promise.resolve())
        .then(note('then'));
    });
    clock.schedule(10, note('next'));
    await clock.runUntil(never);
    expect(entries).toEqual([['then', 10], ['next', 10]]); // prettier-ignore
  });

  test('stops as soon as the condition holds', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, note('a'));
    clock.schedule(20, note('b'));
    expect(await clock.runUntil(() => entries.length === 1)).toBe(true);
    expect(clock.now()).toBe(START + 10);
  });

  test('runs one timer at a time on request', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, note('a'));
    expect(await clock.runNext()).toBe(true);
    expect(await clock.runNext()).toBe(false);
    expect(entries).toEqual([['a', 10]]);
  });

  test('advances exactly, with timers made on the way', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, () => clock.schedule(15, note('inner')));
    clock.schedule(31, note('beyond'));
    await clock.advance(30);
    expect(entries).toEqual([['inner', 25]]);
    expect(clock.now()).toBe(START + 30);
  });

  test('waits for real work before it moves', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, note('timer'));
    const work = clock.during(new Promise<void>((resolve) => setTimeout(resolve, 20))).then(note('work'));
    await clock.runUntil(never);
    await work;
    expect(entries).toEqual([['work', 0], ['timer', 10]]); // prettier-ignore
  });

  test('moves on after work that fails', async () => {
    const { clock, entries, note } = diary();
    clock.schedule(10, note('timer'));
    clock.during(Promise.reject(new Error('expected'))).catch(note('failure'));
    await clock.runUntil(never);
    expect(entries).toEqual([['failure', 0], ['timer', 10]]); // prettier-ignore
  });

  test('serves two that wait at the same time', async () => {
    const { clock, entries, note } = diary();
    for (const at of [10, 20, 30, 40]) clock.schedule(at, note(`at ${at}`));
    const results = await Promise.all([
      clock.runUntil(() => clock.now() >= START + 20),
      clock.runUntil(() => clock.now() >= START + 40),
    ]);
    expect(results).toEqual([true, true]);
    expect(entries.map(([, at]) => at)).toEqual([10, 20, 30, 40]);
  });

  test('passes the time of an answer that a server holds back', async () => {
    const { clock, note, entries } = diary();
    const server = createServer((_request, response) => {
      clock.schedule(12_000, () => response.end('late'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = clock.during(fetch(`http://127.0.0.1:${port}/`).then((response) => response.text()));
    void answer.then(note('answer'));
    expect(await clock.runUntil(() => entries.length > 0)).toBe(true);
    expect(await answer).toBe('late');
    expect(entries).toEqual([['answer', 12_000]]);
    server.closeAllConnections();
    server.close();
  });

  test('says so when nothing is left to happen', async () => {
    expect(await virtualClock(START).runUntil(never)).toBe(false);
  });

  test('takes a participant along to its timers', async () => {
    const { clock, entries, note } = diary();
    let next: number | null = START + 15;
    clock.join({
      isAwake: () => true,
      waiting: () => 0,
      settle: async () => ({ kind: 'quiet', outgoing: 0, nextTimer: next }),
      advanceTo: async (now) => {
        if (next === null || now < next) return;
        next = null;
        note('theirs')();
      },
    });
    clock.schedule(10, note('first'));
    clock.schedule(15, note('ours'));
    await clock.runUntil(never);
    expect(entries).toEqual([['first', 10], ['theirs', 15], ['ours', 15]]); // prettier-ignore
  });
});
