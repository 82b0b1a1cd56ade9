import { MUTATION_KINDS } from './mutants/mutant';
import type { Verdict } from './verdict';

/** What came of many mutants. */
export interface Score {
  readonly mutants: number;
  readonly kinds: readonly Count[];
  readonly unsafe: number;
  /** Of the unsafe ones, those that the proof refuses. */
  readonly refused: number;
  /** Of those, the ones that it refuses without a call that shows why: it calls them "not proven". */
  readonly refusedUnproven: number;
  /** Unsafe ones that the proof lets pass: each is a mistake in the proof. */
  readonly misses: readonly Verdict[];
  /** Those in which the judge found nothing. */
  readonly safe: number;
  /** Of the safe ones, those that the proof refutes, by the kind of call that it shows. */
  readonly refutedSafe: readonly Count[];
  /** Of the safe ones, those that it calls "not proven", by the kind of reason. */
  readonly unprovenSafe: readonly Count[];
  /** Of those, the ones that the proof calls unsafe where the judge knows no call: each is worth a look. */
  readonly disputed: readonly Verdict[];
}

/** How often something came up. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** What the proof shows of those that the judge finds safe, by the property that is broken. */
const CALLS: readonly { readonly name: string; readonly properties: readonly string[] }[] = [
  { name: 'let somebody in, by a call that the judge does not play', properties: ['no-bypass'] },
  { name: 'ask for a code for what is no number at all', properties: ['own-number'] },
  { name: 'return a result that breaks the contract', properties: ['subflow-contract', 'request-contract'] },
  { name: 'end without a word, or by Studio', properties: ['no-dead-end', 'no-broken-widget'] },
  { name: 'say or keep a number or a code', properties: ['no-leak'] },
  { name: 'go round for ever, or longer than Studio allows', properties: ['termination'] },
];

/** Why the proof cannot say, by its own words. */
const DOUBTS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'nobody is ever let in', pattern: /no call ever reaches/ },
  { name: 'more states than are tried here', pattern: /there are more than/ },
  { name: 'a call that nobody may be able to make', pattern: /may not hold/ },
  { name: 'something else', pattern: /^/ },
];

/** Adds verdicts up. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const unsafe = verdicts.filter((verdict) => verdict.unsafeCall !== null);
  const safe = verdicts.filter((verdict) => verdict.unsafeCall === null);
  const misses = unsafe.filter((verdict) => verdict.status === 'proven');
  const refutedSafe = safe.filter((verdict) => verdict.status === 'refuted');
  const unprovenSafe = safe.filter((verdict) => verdict.status === 'not-proven');
  return {
    mutants: verdicts.length,
    kinds: MUTATION_KINDS.map((name) => ({
      name,
      count: verdicts.filter((verdict) => verdict.kind === name).length,
    })),
    unsafe: unsafe.length,
    refused: unsafe.length - misses.length,
    refusedUnproven: unsafe.filter((verdict) => verdict.status === 'not-proven').length,
    misses,
    safe: safe.length,
    refutedSafe: CALLS.map(({ name, properties }) => ({
      name,
      count: refutedSafe.filter(({ property }) => properties.includes(property)).length,
    })),
    unprovenSafe: DOUBTS.map((doubt) => ({
      name: doubt.name,
      count: unprovenSafe.filter(({ reason }) => doubtOf(reason) === doubt).length,
    })),
    disputed: refutedSafe.filter(({ property }) => property === 'no-bypass'),
  };
}

/** The first that the words fit. */
function doubtOf(reason: string): (typeof DOUBTS)[number] | undefined {
  return DOUBTS.find(({ pattern }) => pattern.test(reason));
}

/** A score in plain lines: counts, the share that is refused, every miss with its call, and why safe ones are refused. */
export function printScore(score: Score): string[] {
  const { mutants, kinds, unsafe, refused, refusedUnproven, misses, safe, disputed } = score;
  const [refuted, unproven] = [sum(score.refutedSafe), sum(score.unprovenSafe)];
  return [
    `${String(mutants)} ${mutants === 1 ? 'mutant' : 'mutants'}, each the flows with one mistake: ${list(kinds)}`,
    `${String(unsafe)} are unsafe, by a call of the judge; the proof refuses ${String(refused)} of them (${percent(refused, unsafe)}), ${String(refusedUnproven)} as not proven`,
    ...misses.map(
      ({ flow, description, unsafeCall }) =>
        `  missed: ${flow}: ${description}; call: ${(unsafeCall ?? []).join(', ')}`,
    ),
    `In ${String(safe)} the judge found no unsafe call; the proof refuses ${String(refuted + unproven)} of them (${percent(refuted + unproven, safe)})`,
    ...(refuted > 0 ? [`  ${String(refuted)} by a call that shows that they`] : []),
    ...rows(score.refutedSafe),
    ...(unproven > 0 ? [`  ${String(unproven)} as not proven, because of`] : []),
    ...rows(score.unprovenSafe),
    ...disputed.map(({ flow, description }) => `  look at: ${flow}: ${description}`),
  ];
}

function rows(counts: readonly Count[]): string[] {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `  ${String(count).padStart(5)} ${name}`);
}

function sum(counts: readonly Count[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
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
