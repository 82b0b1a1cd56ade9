import { LONGEST_ROUND } from '../../studio/proof/endless-way';

/** Happenings that come so often, one after the other. */
interface Round {
  readonly labels: readonly string[];
  readonly times: number;
}

/** What happens in a call, line by line. What comes again and again is written once, further in, with how often. */
export function printHappenings(labels: readonly string[]): string[] {
  return roundsIn(labels).flatMap((round) => {
    const { times } = round;
    const [first = '', ...others] = round.labels;
    if (times === 1) return [`    ${first}`];
    if (others.length === 0) return [`    ${first}, ${String(times)} times in a row`];
    return [`    ${String(times)} times in a row:`, ...round.labels.map((label) => `      ${label}`)];
  });
}

/** At each place the round that covers the most; what does not come again is a round of its own. */
function roundsIn(labels: readonly string[]): Round[] {
  const rounds: Round[] = [];
  for (let at = 0; at < labels.length;) {
    const round = longestRound(labels.slice(at));
    rounds.push(round);
    at += round.labels.length * round.times;
  }
  return rounds;
}

function longestRound(labels: readonly string[]): Round {
  const candidates = Array.from({ length: LONGEST_ROUND }, (_, index) => labels.slice(0, index + 1)).map(
    (round) => ({ labels: round, times: timesOf(round, labels) }),
  );
  // Two of the same are worth a line less; of more than one happening it takes three to be easier to read.
  const repeated = candidates.filter((round) => round.times > (round.labels.length === 1 ? 1 : 2));
  return repeated.reduce((best, round) => (covered(round) > covered(best) ? round : best), {
    labels: labels.slice(0, 1),
    times: 1,
  });
}

function covered({ labels, times }: Round): number {
  return labels.length * times;
}

function timesOf(round: readonly string[], labels: readonly string[]): number {
  const differs = labels.findIndex((label, index) => label !== round[index % round.length]);
  return Math.floor((differs < 0 ? labels.length : differs) / round.length);
}
