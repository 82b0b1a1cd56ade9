/** In which order the requests of two deployments go. */
export interface Schedule {
  /** Completes "… with". */
  readonly name: string;
  /** Who is next of so many: an index. Begins anew with each call of `start`. */
  readonly start: () => (count: number) => number;
}

/** How many requests one of them sends in a row, on average: 2 is the toss of a coin. */
const BURSTS = [1, 2, 3, 6, 12];

/** This many schedules, each from a seed of its own. */
export function seededSchedules(count: number): readonly Schedule[] {
  return Array.from({ length: count }, (_, index) => {
    const burst = BURSTS[index % BURSTS.length] ?? 1;
    return { name: `seed ${index + 1} and bursts of ${burst}`, start: () => chooser(index + 1, burst) };
  });
}

function chooser(seed: number, burst: number): (count: number) => number {
  const random = numbers(seed);
  let last = random() < 0.5 ? 0 : 1;
  return (count) => {
    if (random() < 1 / burst) last = 1 - last;
    return Math.min(last, count - 1);
  };
}

/** Numbers from 0 up to 1 by a multiplicative congruential generator (Park and Miller, 1988). */
function numbers(seed: number): () => number {
  let state = seed * 1_000_003;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
