import { MUTATION_KINDS } from './mutants/mutant';
import type { Verdict } from './verdict';

/** What came of many mutants. */
export interface Score {
  readonly mutants: number;
  readonly kinds: readonly Count[];
  readonly unsafe: number;
  /** Of the unsafe ones, those that the proof refuses. */
  readonly refused: number;
  /** Unsafe ones that the proof lets pass: each is a mistake in the proof. */
  readonly misses: readonly Verdict[];
  /** Those in which the judge found nothing. */
  readonly safe: number;
  /** Of the safe ones, those that the proof refuses all the same, by the property that it says is broken. */
  readonly refusedSafe: readonly Count[];
}

/** How often something came up. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Adds verdicts up. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const unsafe = verdicts.filter((verdict) => verdict.unsafeCall !== null);
  const safe = verdicts.filter((verdict) => verdict.unsafeCall === null);
  const misses = unsafe.filter((verdict) => verdict.status === 'proven');
  const reasons = safe
    .filter((verdict) => verdict.status !== 'proven')
    .map((verdict) => (verdict.property === '' ? 'not proven' : verdict.property));
  return {
    mutants: verdicts.length,
    kinds: MUTATION_KINDS.map((name) => ({
      name,
      count: verdicts.filter((verdict) => verdict.kind === name).length,
    })),
    unsafe: unsafe.length,
    refused: unsafe.length - misses.length,
    misses,
    safe: safe.length,
    refusedSafe: [...new Set(reasons)]
      .map((name) => ({ name, count: reasons.filter((reason) => reason === name).length }))
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1)),
  };
}

/** A score in plain lines: counts, the share that is refused, every miss with its call, and why safe ones are refused. */
export function printScore(score: Score): string[] {
  const { mutants, kinds, unsafe, refused, misses, safe, refusedSafe } = score;
  const refusals = refusedSafe.reduce((sum, { count }) => sum + count, 0);
  return [
    `${String(mutants)} mutants: ${list(kinds)}`,
    `${String(unsafe)} are unsafe, by a call of the judge; the proof refuses ${String(refused)} of them (${percent(refused, unsafe)})`,
    ...misses.map(
      ({ flow, description, unsafeCall }) =>
        `  missed: ${flow}: ${description}; call: ${(unsafeCall ?? []).join(', ')}`,
    ),
    `In ${String(safe)} the judge found no unsafe call; the proof refuses ${String(refusals)} of them (${percent(refusals, safe)})`,
    ...refusedSafe.map(({ name, count }) => `  ${String(count).padStart(5)} by ${name}`),
  ];
}

function list(counts: readonly Count[]): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${String(count)} ${name}`)
    .join(', ');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'there are none' : `${((100 * part) / whole).toFixed(1)} %`;
}
