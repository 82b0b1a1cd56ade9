import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Twilio } from 'twilio';

import { flowVersion } from '../../../studio/wiring/flow-version';
import { driftOf } from '../drift/drift';
import { definitionHash, readCommitMessage } from '../versions/flow-versions';
import { raiseVersion, type PulledRevision } from '../versions/flow-versions-record';
import type { HadFlow } from '../have';
import { needed } from '../needed';
import { pullFlow, type PulledFlow } from './pull-flow';
import { readDeployed, type Deployed, type DeployedTarget } from '../read-deployed';
import { readRepositoryFlow } from '../read-repository-flow';
import { readRevisions } from '../read-revisions';
import { FLOW_NAMES, readFlowVersions, recordPulledRevisions } from '../versions/version-flows';
import { wiringOf } from '../wire-with-outputs';

/** What to pull, and where to. */
export interface PullOptions extends DeployedTarget {
  /** Absolute path of the project. */
  readonly projectDirectory: string;
  /** Replaces files even where that loses changes. */
  readonly force: boolean;
}

/** What a pull came to. `refused`: no file was touched. */
export type Pull =
  | { readonly status: 'problems'; readonly problems: readonly string[] }
  | { readonly status: 'refused'; readonly flows: readonly PulledFlow[] }
  | {
      readonly status: 'pulled';
      readonly flows: readonly PulledFlow[];
      /** What is left to do before the next deployment, one sentence each. */
      readonly next: readonly string[];
    };

/**
 * Brings the newest revision of every flow that was deployed into `studio/flows`: all of them or none. Changes nothing in the account; throws
 * what the SDK throws.
 */
export async function pull(client: Twilio, options: PullOptions): Promise<Pull> {
  const reading = await readDeployed(client, options);
  if (reading.kind === 'problems') return { status: 'problems', problems: reading.problems };
  const { deployed } = reading;
  const names = FLOW_NAMES.filter((name) => newestOf(name, deployed) !== undefined);
  const flows = await Promise.all(names.map((name) => pullOne(client, name, deployed, options)));
  if (flows.some(({ kind }) => kind === 'refused')) return { status: 'refused', flows };
  for (const flow of flows) {
    if (flow.kind !== 'pulled') continue;
    await writeFile(path.join(options.projectDirectory, 'studio/flows', `${flow.name}.json`), flow.text);
  }
  await recordPulledRevisions(
    options.projectDirectory,
    flows.flatMap((flow) => edited(flow, reading.deployed, options)),
  );
  return { status: 'pulled', flows, next: await whatIsNext(options.projectDirectory) };
}

/** What somebody made in the console: only that has to be remembered. */
function edited(flow: PulledFlow, deployed: Deployed, { environment }: PullOptions): PulledRevision[] {
  if (flow.kind === 'refused') return [];
  const newest = needed(newestOf(flow.name, deployed));
  if (driftOf(newest, wiringOf(deployed.outputs)) === null) return [];
  const { name, revision, definition } = flow;
  const read = flowVersion(definition);
  const version = read.ok ? read.version.version : '0.0.0';
  return [{ name, version, environment, revision, contentHash: definitionHash(definition) }];
}

function newestOf(name: string, { verifySubflow, parentFlow, replyFlow }: Deployed): HadFlow | undefined {
  if (name === 'otp-by-reply') return replyFlow;
  return name === 'verify-subflow' ? verifySubflow : parentFlow;
}

async function pullOne(
  client: Twilio,
  name: (typeof FLOW_NAMES)[number],
  deployed: Deployed,
  { projectDirectory, force }: PullOptions,
): Promise<PulledFlow> {
  const newest = needed(newestOf(name, deployed));
  return pullFlow({
    name,
    file: await readRepositoryFlow(projectDirectory, name),
    newest,
    wiring: wiringOf(deployed.outputs),
    published: await publishedHashes(client, name, newest),
    force,
  });
}

async function publishedHashes(client: Twilio, name: string, { sid }: HadFlow): Promise<Set<string>> {
  const revisions = await readRevisions(client, sid);
  const published = revisions.flatMap(({ commitMessage }) => readCommitMessage(commitMessage) ?? []);
  return new Set(published.filter((each) => each.name === name).map(({ contentHash }) => contentHash));
}

/** A pull raises no version: only a person knows whether an edit is a small one. */
async function whatIsNext(projectDirectory: string): Promise<string[]> {
  const reading = await readFlowVersions(projectDirectory);
  if (reading.kind === 'problems') return [...reading.problems];
  return reading.standings.flatMap((standing) => {
    if (standing.kind === 'changed') return [raiseVersion(standing)];
    return standing.kind === 'new'
      ? [`Run "npm run version-flows" to record ${standing.name} ${standing.version}.`]
      : [];
  });
}
