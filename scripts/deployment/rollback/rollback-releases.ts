import type { Twilio } from 'twilio';

import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { inferWiring } from '../../../studio/wiring/infer-wiring';
import { unwireFlow } from '../../../studio/wiring/unwire-flow';
import type { NewestRevision } from '../drift/drift';
import { definitionHash, readCommitMessage } from '../versions/flow-versions';
import { inParallel } from '../requests/in-parallel';
import type { Deployed } from '../read-deployed';
import { readRevision, readRevisions } from '../read-revisions';

/** A pair of flows that callers could reach, and the build that their functions ran: what a rollback goes back to. */
export interface Release {
  readonly parentFlow: ReleasedFlow;
  readonly verifySubflow: ReleasedFlow;
  /** ZB… */
  readonly buildSid: string;
}

/** One revision of a flow, as this project published it. */
export interface ReleasedFlow {
  readonly name: string;
  readonly revision: number;
  readonly version: string;
  readonly contentHash: string;
  /** With placeholders. */
  readonly definition: FlowDefinition;
}

/** Revisions of the parent that are looked at, newest first: each costs up to two requests. */
const RELEASES_LOOKED_AT = 30;

/** Twilio answers 429 to many requests at once. */
const REQUESTS_AT_ONCE = 5;

/**
 * The releases of an account, newest first: a published revision of the parent with the revision of the subflow that it
 * pins. Not two flows with the same number each: only what ran together is known to work together. Drafts, what others
 * published, and what is not as its commit message says are left out. Throws what the SDK throws.
 */
export async function readReleases(client: Twilio, deployed: Deployed): Promise<Release[]> {
  const { parentFlow, verifySubflow } = deployed;
  const listed = await readRevisions(client, parentFlow.sid);
  const ours = listed.filter(
    ({ status, commitMessage }) =>
      status === 'published' && readCommitMessage(commitMessage)?.name === 'parent-ivr',
  );
  const subflows = new Map<number, Promise<PublishedRevision | null>>();
  const subflowAt = (revision: number): Promise<PublishedRevision | null> => {
    const known =
      subflows.get(revision) ?? readPublished(client, verifySubflow.sid, 'verify-subflow', revision);
    subflows.set(revision, known);
    return known;
  };
  const releases = await inParallel(
    REQUESTS_AT_ONCE,
    ours.slice(0, RELEASES_LOOKED_AT),
    async ({ revision }): Promise<Release | null> => {
      const parent = await readPublished(client, parentFlow.sid, 'parent-ivr', revision);
      const pinned = parent && pinnedRevision(parent.wired, verifySubflow.sid);
      const subflow = pinned === null ? null : await subflowAt(pinned);
      if (parent === null || subflow === null) return null;
      return { parentFlow: parent.flow, verifySubflow: subflow.flow, buildSid: parent.buildSid };
    },
  );
  return releases.filter((release) => release !== null);
}

/** A release in words: `1.0.0 (revision 3 of parent-ivr, build ZB…)`. */
export function nameRelease({ parentFlow, verifySubflow, buildSid }: Release): string {
  const versions =
    parentFlow.version === verifySubflow.version
      ? parentFlow.version
      : `verify-subflow@${verifySubflow.version} with parent-ivr@${parentFlow.version}`;
  return `${versions} (revision ${parentFlow.revision} of parent-ivr, build ${buildSid})`;
}

/** A revision that this project published, read and checked. */
interface PublishedRevision {
  readonly flow: ReleasedFlow;
  readonly wired: FlowDefinition;
  readonly buildSid: string;
}

async function readPublished(
  client: Twilio,
  flowSid: string,
  name: string,
  revision: number,
): Promise<PublishedRevision | null> {
  return toPublished(await readRevision(client, flowSid, revision), name);
}

/** Null for what is not this project's, or not whole. What it was wired with may be gone by now. */
function toPublished(found: NewestRevision, name: string): PublishedRevision | null {
  const message = readCommitMessage(found.commitMessage);
  const parsed = parseFlow(found.definition);
  if (message?.name !== name || !parsed.ok) return null;
  const definition = unwireFlow(parsed.flow, inferWiring(parsed.flow, 'verify-subflow'));
  if (definitionHash(definition) !== message.contentHash) return null;
  const { version, contentHash, buildSid } = message;
  const flow = { name, revision: found.revision, version, contentHash, definition };
  return { flow, wired: parsed.flow, buildSid };
}

/** The number that the parent gives for the revision of the subflow; null when it pins none. */
export function pinnedRevision(parent: FlowDefinition, subflowSid: string): number | null {
  const run = parent.states.find(({ properties }) => properties['flow_sid'] === subflowSid);
  const revision = run?.properties['flow_revision'];
  return typeof revision === 'string' && /^\d+$/.test(revision) ? Number(revision) : null;
}
