import type { Twilio } from 'twilio';

/** A deployment that asks before each of its requests. */
export interface Player {
  /** Makes the client ask. Deployments share no connection. */
  readonly client: Twilio;
  /** Runs it to its end. */
  readonly run: () => Promise<void>;
}

/**
 * Runs deployments side by side, one request after the other: whenever all of them want to send one, or are through,
 * `choose` says which may (an index from 0 up to, not including, its argument). The same choices give the same order.
 */
export async function takeTurns(
  players: readonly Player[],
  choose: (count: number) => number,
): Promise<void> {
  const seats = players.map(seatOf);
  for (;;) {
    // Whoever got an answer goes on to the next request first.
    await Promise.all(seats.map(({ isReady }) => isReady()));
    const waiting = seats.filter(({ asking }) => asking.length > 0);
    if (waiting.length === 0) break;
    const next = waiting[choose(waiting.length)]?.asking.shift();
    await next?.();
    await new Promise(setImmediate);
  }
  await Promise.all(seats.map(({ done }) => done));
}

interface Seat {
  /** Lets one of them go: the promise ends when the request is answered. */
  readonly asking: (() => Promise<void>)[];
  /** Until it asks, or is through. */
  readonly isReady: () => Promise<void>;
  readonly done: Promise<void>;
}

function seatOf({ client, run }: Player): Seat {
  const asking: Seat['asking'] = [];
  let isDone = false;
  let wake = (): void => undefined;
  let answered = (): void => undefined;
  const { request, response } = client.httpClient.axios.interceptors;
  request.use(async (config) => {
    await new Promise<void>((go) => {
      asking.push(() => {
        go();
        return new Promise((resolve) => (answered = resolve));
      });
      wake();
    });
    return config;
  });
  response.use(
    (answer) => {
      answered();
      return answer;
    },
    (error: unknown) => {
      answered();
      throw error;
    },
  );
  const done = run().finally(() => {
    isDone = true;
    wake();
  });
  const isReady = async (): Promise<void> => {
    while (asking.length === 0 && !isDone) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { asking, isReady, done };
}
