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
  /** Of the safe ones, those that the proof refuses all the same, by the kind of reason. */
  readonly refusedSafe: readonly Count[];
  /** Of those, the ones that the proof calls unsafe where the judge knows no call: each is worth a look. */
  readonly disputed: readonly Verdict[];
}

/** How often something came up. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Why the proof refuses what the judge finds safe, by the property that it says is broken; none: not proven. */
const REASONS: readonly { readonly name: string; readonly properties: readonly string[] }[] = [
  { name: 'let somebody in, by a call that the judge does not play', properties: ['no-bypass'] },
  { name: 'ask for a code for what is no number at all', properties: ['own-number'] },
  { name: 'return a result that breaks the contract', properties: ['subflow-contract', 'request-contract'] },
  { name: 'end without a word, or by Studio', properties: ['no-dead-end', 'no-broken-widget'] },
  { name: 'say or keep a number or a code', properties: ['no-leak'] },
  { name: 'can go round for ever, or longer than is tried here', properties: ['termination', ''] },
];

/** Adds verdicts up. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const unsafe = verdicts.filter((verdict) => verdict.unsafeCall !== null);
  const safe = verdicts.filter((verdict) => verdict.unsafeCall === null);
  const misses = unsafe.filter((verdict) => verdict.status === 'proven');
  const refusedSafe = safe.filter((verdict) => verdict.status !== 'proven');
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
    refusedSafe: REASONS.map(({ name, properties }) => ({
      name,
      count: refusedSafe.filter(({ property }) => properties.includes(property)).length,
    })),
    disputed: refusedSafe.filter(({ property }) => property === 'no-bypass'),
  };
}

/** A score in plain lines: counts, the share that is refused, every miss with its call, and why safe ones are refused. */
export function printScore(score: Score): string[] {
  const { mutants, kinds, unsafe, refused, misses, safe, refusedSafe, disputed } = score;
  const refusals = refusedSafe.reduce((sum, { count }) => sum + count, 0);
  return [
    `${String(mutants)} mutants: ${list(kinds)}`,
    `${String(unsafe)} are unsafe, by a call of the judge; the proof refuses ${String(refused)} of them (${percent(refused, unsafe)})`,
    ...misses.map(
      ({ flow, description, unsafeCall }) =>
        `  missed: ${flow}: ${description}; call: ${(unsafeCall ?? []).join(', ')}`,
    ),
    `In ${String(safe)} the judge found no unsafe call; the proof refuses ${String(refusals)} of them (${percent(refusals, safe)})`,
    ...refusedSafe.map(({ name, count }) => `  ${String(count).padStart(5)} ${name}`),
    ...disputed.map(({ flow, description }) => `  look at: ${flow}: ${description}`),
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
