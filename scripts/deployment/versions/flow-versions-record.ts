import { isJsonObject } from '../../../studio/model/json';
import type { RepositoryHas } from '../drift/drift';
import type { RepositoryFlow } from '../read-repository-flow';

/**
 * The content hash of every version of every flow, by the flow's name: what `studio/flows/versions.json` holds. What was
 * pulled from a console stands there as well, as build metadata of the version that was edited (https://semver.org):
 * `1.0.0+dev.4` is revision 4 of environment `dev`. So a deployment knows that the repository has that edit.
 */
export type RecordedVersions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A flow of the repository, as far as its version goes. */
export type VersionedFlow = Pick<RepositoryFlow, 'name' | 'version' | 'contentHash'>;

/** How a flow stands to the record. `changed`: its version is recorded with another content. */
export interface VersionStanding extends VersionedFlow {
  readonly kind: 'recorded' | 'new' | 'changed';
}

/** Where the record is, relative to the project. */
export const VERSIONS_FILE = 'studio/flows/versions.json';

/** Compares each flow with the record. */
export function versionStandings(
  flows: readonly VersionedFlow[],
  recorded: RecordedVersions,
): VersionStanding[] {
  return flows.map(({ name, version, contentHash }) => {
    const known = recordedHash(recorded, name, version);
    if (known === undefined) return { kind: 'new', name, version, contentHash };
    return { kind: known === contentHash ? 'recorded' : 'changed', name, version, contentHash };
  });
}

/** Why a changed version is refused, and what to do. */
export function raiseVersion({ name, version }: VersionedFlow): string {
  return (
    `${name} is not what version ${version} was: raise the version in its description, then run "npm run version-flows"` +
    ` (a version that was never deployed may be taken out of ${VERSIONS_FILE} instead)`
  );
}

/** The record with the new versions in it, and nothing else changed. */
export function withNewVersions(
  recorded: RecordedVersions,
  standings: readonly VersionStanding[],
): RecordedVersions {
  return standings.reduce<RecordedVersions>(
    (all, standing) =>
      standing.kind === 'new'
        ? { ...all, [standing.name]: { ...all[standing.name], [standing.version]: standing.contentHash } }
        : all,
    recorded,
  );
}

/** A revision that somebody made in the console, and that is in the repository now. */
export interface PulledRevision extends VersionedFlow {
  readonly environment: string;
  readonly revision: number;
}

/** The record with a pulled revision in it. */
export function withPulledRevision(recorded: RecordedVersions, pulled: PulledRevision): RecordedVersions {
  const key = `${pulled.version}+${pulled.environment}.${pulled.revision}`;
  return { ...recorded, [pulled.name]: { ...recorded[pulled.name], [key]: pulled.contentHash } };
}

/** What the record knows of a flow, for an environment. */
export function repositoryHas(
  recorded: RecordedVersions,
  name: string,
  environment: string,
): Required<RepositoryHas> {
  const versions = Object.hasOwn(recorded, name) ? (recorded[name] ?? {}) : {};
  return { pulled: pulledRevisions(recorded, name, environment), released: Object.values(versions) };
}

/** Content hashes by revision of what was pulled of a flow from an environment. */
function pulledRevisions(
  recorded: RecordedVersions,
  name: string,
  environment: string,
): Readonly<Record<string, string>> {
  const versions = Object.entries(Object.hasOwn(recorded, name) ? (recorded[name] ?? {}) : {});
  return Object.fromEntries(
    versions.flatMap(([version, hash]) => {
      const [, metadata = ''] = version.split('+');
      const revision = metadata.startsWith(`${environment}.`) ? metadata.slice(environment.length + 1) : '';
      return revision === '' ? [] : [[revision, hash]];
    }),
  );
}

/** Reads the record; undefined when it is not an object of objects of texts. */
export function parseRecordedVersions(json: unknown): RecordedVersions | undefined {
  if (!isJsonObject(json)) return undefined;
  const flows = Object.entries(json).map(([name, versions]) => [name, hashesOf(versions)] as const);
  const isComplete = flows.every(([, hashes]) => hashes !== undefined);
  return isComplete ? Object.fromEntries(flows.map(([name, hashes]) => [name, hashes ?? {}])) : undefined;
}

function hashesOf(json: unknown): Readonly<Record<string, string>> | undefined {
  if (!isJsonObject(json)) return undefined;
  const entries = Object.entries(json).flatMap(([version, hash]) =>
    typeof hash === 'string' ? [[version, hash] as const] : [],
  );
  return entries.length === Object.keys(json).length ? Object.fromEntries(entries) : undefined;
}

/** Own entries only: a flow may be named `constructor`. */
function recordedHash(recorded: RecordedVersions, name: string, version: string): string | undefined {
  const versions = Object.hasOwn(recorded, name) ? recorded[name] : undefined;
  return versions !== undefined && Object.hasOwn(versions, version) ? versions[version] : undefined;
}
