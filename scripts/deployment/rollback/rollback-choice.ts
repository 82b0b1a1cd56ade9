import { nameRelease, type Release } from './rollback-releases';

/** The release that is meant, or why it cannot be told; `available` names those that there are, newest first. */
export type ReleaseChoice =
  | { readonly kind: 'release'; readonly release: Release }
  | {
      readonly kind: 'unknown' | 'ambiguous';
      readonly reason: string;
      readonly available: readonly string[];
    };

/** What `--to` may be: `1.0.0`, `verify-subflow@1.0.0`, or the number of a revision of the parent. */
export function isReleaseName(text: string): boolean {
  return /^(?:\d{1,9}|(?:[a-z0-9-]+@)?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.test(text);
}

/**
 * Picks a release, newest first: by the number of the parent's revision; by the version of both flows; or, where no
 * release has both, by the version of one of them, as long as that means one pair of versions.
 */
export function chooseRelease(releases: readonly Release[], to: string): ReleaseChoice {
  const [newestOfBoth] = releases.filter(
    (release) => hasBoth(release, to) || String(release.parentFlow.revision) === to,
  );
  if (newestOfBoth !== undefined) return { kind: 'release', release: newestOfBoth };
  const either = releases.filter((release) => hasOne(release, to));
  const [newest] = either;
  if (newest === undefined) {
    return { kind: 'unknown', reason: `there is no version ${to}`, available: namesOf(releases) };
  }
  if (either.every((release) => pairOf(release) === pairOf(newest)))
    return { kind: 'release', release: newest };
  return {
    kind: 'ambiguous',
    reason: `${to} is part of several releases; name one by its revision, as in --to ${newest.parentFlow.revision}`,
    available: namesOf(either),
  };
}

function hasBoth({ parentFlow, verifySubflow }: Release, version: string): boolean {
  return parentFlow.version === version && verifySubflow.version === version;
}

function hasOne({ parentFlow, verifySubflow }: Release, to: string): boolean {
  return [parentFlow, verifySubflow].some(
    ({ name, version }) => version === to || `${name}@${version}` === to,
  );
}

function pairOf({ parentFlow, verifySubflow }: Release): string {
  return `${verifySubflow.version} ${parentFlow.version}`;
}

/** Of several revisions of one pair with one build only the newest. */
function namesOf(releases: readonly Release[]): string[] {
  const identity = (release: Release): string => `${pairOf(release)} ${release.buildSid}`;
  return releases
    .filter(
      (release, index) => releases.findIndex((other) => identity(other) === identity(release)) === index,
    )
    .map(nameRelease);
}
