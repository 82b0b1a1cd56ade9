import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import {
  VERSIONS_FILE,
  parseRecordedVersions,
  versionStandings,
  withNewVersions,
  withPulledRevision,
  type PulledRevision,
  type RecordedVersions,
  type VersionStanding,
} from './flow-versions-record';
import { readRepositoryFlow } from '../read-repository-flow';

/** The flows of this project, in the order in which they are published. */
export const FLOW_NAMES = ['verify-subflow', 'parent-ivr', 'otp-by-reply'] as const;

/** How the flows stand to the record, or why nobody can tell. */
export type FlowVersionsReading =
  | {
      readonly kind: 'standings';
      readonly standings: readonly VersionStanding[];
      readonly recorded: RecordedVersions;
    }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads the project's flows and the record of their versions; a record that is not there is empty. Changes nothing. */
export async function readFlowVersions(projectDirectory: string): Promise<FlowVersionsReading> {
  const readings = await Promise.all(FLOW_NAMES.map((name) => readRepositoryFlow(projectDirectory, name)));
  const problems = readings.flatMap((reading) => (reading.kind === 'problems' ? reading.problems : []));
  const recorded = await readRecordedVersions(projectDirectory);
  if (recorded === undefined) {
    problems.push(
      `${VERSIONS_FILE}: it is no record of versions: bring back the one that was committed last`,
    );
  }
  if (problems.length > 0 || recorded === undefined) return { kind: 'problems', problems };
  const flows = readings.flatMap((reading) => (reading.kind === 'flow' ? reading.flow : []));
  return { kind: 'standings', standings: versionStandings(flows, recorded), recorded };
}

/** Writes the new versions of a reading into the record, and nothing else; no file is touched where there are none. */
export async function recordFlowVersions(
  projectDirectory: string,
  { standings, recorded }: Extract<FlowVersionsReading, { kind: 'standings' }>,
): Promise<void> {
  if (!standings.some(({ kind }) => kind === 'new')) return;
  await writeRecord(projectDirectory, withNewVersions(recorded, standings));
}

/** Notes in the record that the repository has what somebody made in the console. */
export async function recordPulledRevisions(
  projectDirectory: string,
  pulled: readonly PulledRevision[],
): Promise<void> {
  if (pulled.length === 0) return;
  const recorded = (await readRecordedVersions(projectDirectory)) ?? {};
  await writeRecord(projectDirectory, pulled.reduce(withPulledRevision, recorded));
}

/** The record; undefined when it is none, empty when there is no file. */
export async function readRecordedVersions(projectDirectory: string): Promise<RecordedVersions | undefined> {
  return parseRecordedVersions(await readRecord(projectDirectory));
}

async function writeRecord(projectDirectory: string, recorded: RecordedVersions): Promise<void> {
  await writeFile(path.join(projectDirectory, VERSIONS_FILE), `${JSON.stringify(recorded, null, 2)}\n`);
}

async function readRecord(projectDirectory: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path.join(projectDirectory, VERSIONS_FILE), 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? {} : undefined;
  }
}
