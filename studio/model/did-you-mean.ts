/** Edits by which a name may differ from the one that was meant. */
const MAXIMUM_EDITS = 2;

/** The name that was probably meant: the same in other letter case, or the nearest within two edits. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const inOtherCase = all.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (inOtherCase !== undefined) return inOtherCase;
  const [best] = all
    .map((candidate) => ({ candidate, edits: editsBetween(name, candidate, MAXIMUM_EDITS) }))
    .filter(({ candidate, edits }) => edits <= MAXIMUM_EDITS && edits < candidate.length / 2)
    .sort((one, other) => one.edits - other.edits);
  return best?.candidate;
}

/** ` (did you mean "x"?)`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const meant = nearest(name, candidates);
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}

/**
 * Insertions, deletions and replacements that turn one text into the other; Infinity when it takes more than `most`. Linear in the
 * texts, since only so few edits are looked for: names come from files, which may hold any.
 */
function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  if (a === '' && b === '') return 0;
  if (most === 0) return Infinity;
  const rest = Math.min(
    editsBetween(a.slice(1), b.slice(1), most - 1),
    editsBetween(a.slice(1), b, most - 1),
    editsBetween(a, b.slice(1), most - 1),
  );
  return 1 + rest;
}
