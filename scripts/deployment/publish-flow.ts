import type { FlowDefinition } from '../../studio/model/flow-definition';
import { parseFlow } from '../../studio/parsing/parse-flow';
import type { Account } from './account';
import { AccountChangedError } from './requests/account-changed';
import { commitMessage, definitionHash } from './versions/flow-versions';
import type { HadFlow } from './have';
import { needRunning } from './need-running';
import { needed } from './needed';
import type { Outputs } from './outputs';
import type { Situation } from './resource';
import { contentHash } from './versions/stable-json';
import type { WantedFlow } from './want';
import { wireWithOutputs } from './wire-with-outputs';

/** A flow on its way into an account. */
export interface Publication {
  readonly wanted: WantedFlow;
  /** The flow as the plan saw it; null when there was none. */
  readonly had: HadFlow | null;
  readonly known: Outputs;
  /** Flows that run this one: they are validated with the revision that is there now, before anything is published. */
  readonly alsoValid: readonly WantedFlow[];
  /** Definitions that Twilio found valid already, as `contentHash` has them. */
  readonly validated?: readonly string[];
  /** The build that the commit message names; by default the one that runs. */
  readonly buildSid?: string;
}

/** A published flow. */
export interface PublishedFlow {
  readonly sid: string;
  readonly webhookUrl: string;
  readonly revision: number;
}

/**
 * Has Twilio validate a wired flow, makes sure that the account is still as the plan saw it, and publishes. Throws
 * `AccountChangedError` when somebody else was faster.
 */
export async function publishFlow(account: Account, publication: Publication): Promise<PublishedFlow> {
  const { wanted, had, known } = publication;
  const { client } = account;
  const definition = wire(wanted, known);
  const { validated = [] } = publication;
  await validate(account, wanted, definition, validated);
  for (const other of publication.alsoValid)
    await validate(account, other, wireBefore(other, known, had), validated);
  await needUnchanged(account, publication);
  const flow = {
    friendlyName: wanted.friendlyName,
    status: 'published' as const,
    definition,
    commitMessage: [
      commitMessage({ ...wanted, buildSid: publication.buildSid ?? needed(known.buildSid) }),
      ...(wanted.remark === undefined ? [] : [wanted.remark]),
    ].join(' '),
  };
  const { flows } = client.studio.v2;
  const { sid, webhookUrl, revision } =
    had === null ? await flows.create(flow) : await flows(had.sid).update(flow);
  if (had !== null && revision !== had.revision + 1) {
    throw new AccountChangedError(`revision ${revision - 1} of "${wanted.friendlyName}" came in between`);
  }
  return { sid, webhookUrl, revision };
}

/**
 * Has Twilio validate all flows as they are going to be, before anything that callers reach is changed: as far as their wiring is
 * known, which it is wherever they were published before. Answers what it found valid; throws when one is not.
 */
export async function validateAll(account: Account, { want, have, known }: Situation): Promise<string[]> {
  const [[subflow], [parent], [reply]] = [have.verifySubflows, have.parentFlows, have.replyFlows ?? []];
  if (subflow === undefined || parent === undefined) return [];
  const validated: string[] = [];
  const flows = [
    { wanted: want.verifySubflow, had: subflow },
    { wanted: want.parentFlow, had: parent },
    ...(want.replyFlow === undefined || reply === undefined ? [] : [{ wanted: want.replyFlow, had: reply }]),
  ];
  for (const { wanted, had } of flows) {
    const definition = wireBefore(wanted, known, subflow);
    const parsed = parseFlow(had.definition);
    // What is published already is not published again.
    if (parsed.ok && definitionHash(parsed.flow) === definitionHash(definition)) continue;
    await validate(account, wanted, definition, []);
    validated.push(contentHash(definition));
  }
  return validated;
}

function wire({ friendlyName, definition }: WantedFlow, known: Outputs): FlowDefinition {
  const wiring = wireWithOutputs(definition, known);
  if (wiring.kind === 'wired') return wiring.definition;
  throw new Error(`Cannot wire "${friendlyName}": ${wiring.reasons.join('; ')}`);
}

/** With the revision of the subflow that is there now. */
function wireBefore(other: WantedFlow, known: Outputs, had: HadFlow | null): FlowDefinition {
  return wire(other, {
    ...known,
    ...(had !== null && { verifySubflowSid: had.sid, verifySubflowRevision: had.revision }),
  });
}

/** Twilio's own check (https://www.twilio.com/docs/studio/rest-api/v2/flow-validate); throws when it finds an error. */
async function validate(
  { client }: Account,
  { friendlyName }: WantedFlow,
  definition: FlowDefinition,
  validated: readonly string[],
): Promise<void> {
  if (validated.includes(contentHash(definition))) return;
  const { valid } = await client.studio.v2.flowValidate.update({
    friendlyName,
    status: 'published',
    definition,
  });
  if (!valid) throw new Error(`Twilio finds "${friendlyName}" invalid and does not say why`);
}

async function needUnchanged(account: Account, { wanted, had, known }: Publication): Promise<void> {
  const { flows } = account.client.studio.v2;
  await needRunning(account, known, needed(known.buildSid));
  if (had === null) {
    const all = await flows.list();
    const twin = all.find(({ friendlyName }) => friendlyName === wanted.friendlyName);
    if (twin === undefined) return;
    throw new AccountChangedError(`${twin.sid} has the name "${wanted.friendlyName}" now`);
  }
  const { revision } = await flows(had.sid).fetch();
  if (revision !== had.revision) {
    throw new AccountChangedError(`"${wanted.friendlyName}" is at revision ${revision} now`);
  }
}
