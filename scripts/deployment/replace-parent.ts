import type { Twilio } from 'twilio';

import type { FlowDefinition } from '../../studio/model/flow-definition';
import { needed } from './needed';
import type { Outputs } from './outputs';

/**
 * Publishes somebody's own parent flow in the place of the deployed one, around the deployed Verify subflow: every Run Subflow
 * widget in it runs that. For trying a parent out on the local Twilio; an account gets its flows from the repository.
 */
export async function replaceParent(client: Twilio, outputs: Outputs, parent: FlowDefinition): Promise<void> {
  const wiring = {
    flow_sid: needed(outputs.verifySubflowSid),
    flow_revision: String(needed(outputs.verifySubflowRevision)),
  };
  const states = parent.states.map((state) =>
    state.type === 'run-subflow' ? { ...state, properties: { ...state.properties, ...wiring } } : state,
  );
  const definition = { ...parent, states };
  const { sid } = needed(outputs.parentFlow);
  await client.studio.v2.flowValidate.update({ friendlyName: 'parent', status: 'published', definition });
  await client.studio.v2
    .flows(sid)
    .update({ status: 'published', definition, commitMessage: 'a parent to try out' });
}
