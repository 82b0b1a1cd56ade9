import type { Twilio } from 'twilio';

import type { HadFlow, Have } from '../have';
import type { Outputs } from '../outputs';
import type { Decision, ResourceKind } from '../plan';
import type { Resource } from '../resource';
import { stableJson } from '../stable-json';
import type { Want, WantedFlow } from '../want';
import { wireWithOutputs } from '../wire-with-outputs';

/** What tells one of our flows from the other. */
export interface StudioFlowRole {
  readonly kind: ResourceKind;
  readonly wanted: (want: Want) => WantedFlow;
  readonly had: (have: Have) => readonly HadFlow[];
  readonly outputs: (flow: {
    readonly sid: string;
    readonly webhookUrl: string;
    readonly revision: number;
  }) => Outputs;
}

/** A Studio flow, found again by its friendly name and published only when its content changed. */
export function studioFlow(role: StudioFlowRole): Resource {
  return {
    kind: role.kind,
    name: (want) => role.wanted(want).friendlyName,
    outputs: (have) => {
      const [only, ...others] = role.had(have);
      return only === undefined || others.length > 0 ? {} : role.outputs(only);
    },
    decide: (want, have, known) => decide(role.wanted(want), role.had(have), known),
    apply: async (account, want, have, known) => {
      const [had] = role.had(have);
      return role.outputs(await publish(account.client, role.wanted(want), had, known));
    },
  };
}

/** All flows with this friendly name; the list leaves definitions out, so each is fetched. */
export async function readFlows(client: Twilio, friendlyName: string): Promise<HadFlow[]> {
  const all = await client.studio.v2.flows.list();
  const named = all.filter((flow) => flow.friendlyName === friendlyName);
  return Promise.all(
    named.map(async ({ sid }) => {
      const flow = await client.studio.v2.flows(sid).fetch();
      const definition: unknown = flow.definition;
      return { sid, status: flow.status, revision: flow.revision, webhookUrl: flow.webhookUrl, definition };
    }),
  );
}

function decide(wanted: WantedFlow, had: readonly HadFlow[], known: Outputs): Decision {
  const [only, ...others] = had;
  if (only === undefined)
    return { action: 'create', reason: `version ${wanted.version}, there is none of this name` };
  if (others.length > 0) {
    return {
      action: 'blocked',
      reason: `${had.map((flow) => flow.sid).join(' and ')} share this name; rename or delete one`,
    };
  }
  if (only.status !== 'published')
    return { action: 'update', reason: `revision ${String(only.revision)} is a draft` };
  const wiring = wireWithOutputs(wanted.definition, known);
  if (wiring.kind === 'unknown') return { action: 'update', reason: 'what it refers to will be new' };
  if (stableJson(wiring.definition) === stableJson(only.definition)) {
    return { action: 'keep', reason: `version ${wanted.version} is published` };
  }
  return {
    action: 'update',
    reason: `revision ${String(only.revision)} differs from version ${wanted.version}`,
  };
}

/** Has Twilio validate the wired flow, then publishes it. */
async function publish(
  client: Twilio,
  wanted: WantedFlow,
  had: HadFlow | undefined,
  known: Outputs,
): Promise<{ sid: string; webhookUrl: string; revision: number }> {
  const wiring = wireWithOutputs(wanted.definition, known);
  if (wiring.kind === 'unknown')
    throw new Error(`Cannot wire "${wanted.friendlyName}": ${wiring.reasons.join('; ')}`);
  const flow = {
    friendlyName: wanted.friendlyName,
    status: 'published' as const,
    definition: wiring.definition,
    commitMessage: `${wanted.friendlyName}@${wanted.version} ${wanted.contentHash}`,
  };
  await client.studio.v2.flowValidate.update(flow);
  const flows = client.studio.v2.flows;
  const { sid, webhookUrl, revision } =
    had === undefined ? await flows.create(flow) : await flows(had.sid).update(flow);
  return { sid, webhookUrl, revision };
}
