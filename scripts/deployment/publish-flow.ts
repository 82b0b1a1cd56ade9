import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Account } from './account';
import { AccountChangedError } from './account-changed';
import { commitMessage } from './flow-versions';
import type { HadFlow } from './have';
import { needRunning } from './need-running';
import { needed } from './needed';
import type { Outputs } from './outputs';
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
  await validate(account, wanted, definition);
  for (const other of publication.alsoValid) await validate(account, other, wireBefore(other, publication));
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

function wire({ friendlyName, definition }: WantedFlow, known: Outputs): FlowDefinition {
  const wiring = wireWithOutputs(definition, known);
  if (wiring.kind === 'wired') return wiring.definition;
  throw new Error(`Cannot wire "${friendlyName}": ${wiring.reasons.join('; ')}`);
}

function wireBefore(other: WantedFlow, { had, known }: Publication): FlowDefinition {
  return wire(other, {
    ...known,
    ...(had !== null && { verifySubflowSid: had.sid, verifySubflowRevision: had.revision }),
  });
}

/** Twilio's own check (https://www.twilio.com/docs/studio/rest-api/v2/flow-validate); throws when it finds an error. */
async function validate({ client }: Account, flow: WantedFlow, definition: FlowDefinition): Promise<void> {
  const { friendlyName } = flow;
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
