import type { Twilio } from 'twilio';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import { wireFlow } from '../../studio/wiring/wire-flow';
import type { Wiring } from '../../studio/wiring/wiring';
import { needed } from './needed';
import type { Outputs } from './outputs';

/**
 * Publishes somebody's own parent flow in the place of the deployed one, around the deployed Verify subflow: every Run Subflow
 * widget in it runs that, and placeholders stand for what is deployed. For trying a parent out on the local Twilio; an
 * account gets its flows from the repository. Answers what is wrong with a placeholder, one sentence each; none when it
 * is published.
 */
export async function replaceParent(
  client: Twilio,
  outputs: Outputs,
  parent: FlowDefinition,
): Promise<readonly string[]> {
  const subflow = {
    flow_sid: needed(outputs.verifySubflowSid),
    flow_revision: String(needed(outputs.verifySubflowRevision)),
  };
  const states = parent.states.map((state) =>
    state.type === 'run-subflow' ? { ...state, properties: { ...state.properties, ...subflow } } : state,
  );
  const wired = wireFlow({ ...parent, states }, wiringOf(outputs));
  if (!wired.ok) return wired.problems.map(({ message }) => message);
  const { definition } = wired;
  const { sid } = needed(outputs.parentFlow);
  await client.studio.v2.flowValidate.update({ friendlyName: 'parent', status: 'published', definition });
  await client.studio.v2
    .flows(sid)
    .update({ status: 'published', definition, commitMessage: 'a parent to try out' });
  return [];
}

/** What is deployed, for a parent that calls functions of ours itself. */
function wiringOf(outputs: Outputs): Wiring {
  const { sid, domain } = needed(outputs.environment);
  const functions = Object.entries(needed(outputs.functionSids)).map(
    ([path, functionSid]) => [path, { sid: functionSid, url: `https://${domain}${path}` }] as const,
  );
  return {
    serviceSid: needed(outputs.serverlessServiceSid),
    environmentSid: sid,
    functions: Object.fromEntries(functions),
    flows: { 'verify-subflow': needed(outputs.verifySubflowSid) },
    flowRevisions: { 'verify-subflow': String(needed(outputs.verifySubflowRevision)) },
  };
}
