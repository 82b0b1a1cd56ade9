import { createRequire } from 'node:module';
import type * as Sdk from 'twilio';
import type { Twilio } from 'twilio';

import { isJsonObject } from '../../studio/model/json';
import type { NewestRevision } from './drift/drift';

/** A revision as a list shows it. */
export type ListedRevision = Omit<NewestRevision, 'definition'>;

/** As many as one request gives (https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information). */
const PAGE_SIZE = 1000;

/**
 * All revisions of a flow, newest first, without their definitions. Not `revisions.list()`: in twilio 6.2.0 that throws a
 * TypeError on every item. Throws what Twilio refuses.
 */
export async function readRevisions(client: Twilio, flowSid: string): Promise<ListedRevision[]> {
  const revisions: ListedRevision[] = [];
  let uri: string | null = `https://studio.twilio.com/v2/Flows/${flowSid}/Revisions?PageSize=${PAGE_SIZE}`;
  while (uri !== null) {
    const page = await readPage(client, uri);
    revisions.push(...page.revisions);
    uri = page.next;
  }
  return revisions.sort((a, b) => b.revision - a.revision);
}

/** One revision with its definition. Throws what the SDK throws. */
export async function readRevision(
  client: Twilio,
  flowSid: string,
  revision: number,
): Promise<NewestRevision> {
  const found = await client.studio.v2.flows(flowSid).revisions(String(revision)).fetch();
  const definition: unknown = found.definition;
  return { revision: found.revision, status: found.status, commitMessage: found.commitMessage, definition };
}

async function readPage(
  client: Twilio,
  uri: string,
): Promise<{ readonly revisions: readonly ListedRevision[]; readonly next: string | null }> {
  const response = (await client.request({ method: 'get', uri })) as { statusCode: number; body: unknown };
  if (response.statusCode >= 400) throw await refusal(response);
  // The SDK's own client parses JSON; another one may leave it to us.
  const body: unknown = typeof response.body === 'string' ? JSON.parse(response.body) : response.body;
  const { revisions, meta } = isJsonObject(body) ? body : {};
  if (!Array.isArray(revisions)) throw new Error('Twilio answered a list of revisions that is none');
  const next = isJsonObject(meta) ? meta['next_page_url'] : null;
  return { revisions: revisions.map(toRevision), next: typeof next === 'string' ? next : null };
}

/** The SDK's own error; the SDK takes long to load, and whoever has a client has loaded it. */
async function refusal(response: { statusCode: number; body: unknown }): Promise<Error> {
  const { RestException } = createRequire(__filename)('twilio') as typeof Sdk;
  return new RestException(response);
}

function toRevision(item: unknown): ListedRevision {
  const { revision, status, commit_message: message } = isJsonObject(item) ? item : {};
  if (typeof revision !== 'number' || typeof status !== 'string') {
    throw new Error('Twilio answered a revision that is none');
  }
  return { revision, status, commitMessage: typeof message === 'string' ? message : null };
}
