/** One measured figure, with what it aims at. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `ms`, `kB`, `MB`, `calls/s`; empty for a ratio. */
  readonly unit: string;
  /** What it should not exceed, or not fall below. Left out for a figure that only explains another. */
  readonly aim?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether a figure reaches its aim; true where there is none. */
export function meetsAim(figure: Figure): boolean {
  if (figure.aim === undefined) return true;
  return 'atMost' in figure.aim ? figure.value <= figure.aim.atMost : figure.value >= figure.aim.atLeast;
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('There is nothing to take a percentile of');
  return value;
}

/** Milliseconds that work took in the real world: a benchmark is the one place that asks. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
