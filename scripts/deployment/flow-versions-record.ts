import { isJsonObject } from '../../studio/model/json';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import { flowVersion } from '../../studio/wiring/flow-version';
import { definitionHash } from './flow-versions';

/** The content hash of every version of every flow, by the flow's name: what `studio/flows/versions.json` holds. */
export type RecordedVersions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A flow of the repository. */
export interface NamedFlow {
  /** Its file's name without `.json`. */
  readonly name: string;
  readonly definition: FlowDefinition;
}

/** How a flow stands to the record. `changed`: its version is recorded with another content. */
export type VersionStanding =
  | {
      readonly kind: 'recorded' | 'new';
      readonly name: string;
      readonly version: string;
      readonly hash: string;
    }
  | { readonly kind: 'changed' | 'unversioned'; readonly name: string; readonly problem: string };

/** Where the record is, relative to the project. */
export const VERSIONS_FILE = 'studio/flows/versions.json';

/** Compares each flow with the record. */
export function versionStandings(flows: readonly NamedFlow[], recorded: RecordedVersions): VersionStanding[] {
  return flows.map(({ name, definition }) => {
    const read = flowVersion(definition);
    if (!read.ok) return { kind: 'unversioned', name, problem: `${name}: ${read.problem.message}` };
    const { version } = read.version;
    const hash = definitionHash(definition);
    const known = recordedHash(recorded, name, version);
    if (known === undefined) return { kind: 'new', name, version, hash };
    if (known === hash) return { kind: 'recorded', name, version, hash };
    return { kind: 'changed', name, problem: raiseVersion(name, version) };
  });
}

/** The record with the new versions in it, and nothing else changed. */
export function withNewVersions(
  recorded: RecordedVersions,
  standings: readonly VersionStanding[],
): RecordedVersions {
  return standings.reduce<RecordedVersions>(
    (all, standing) =>
      standing.kind === 'new'
        ? { ...all, [standing.name]: { ...all[standing.name], [standing.version]: standing.hash } }
        : all,
    recorded,
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

function raiseVersion(name: string, version: string): string {
  return (
    `${name} is not what version ${version} was: raise the version in its description, then run "npm run version-flows"` +
    ` (a version that was never deployed may be taken out of ${VERSIONS_FILE} instead)`
  );
}
