import type { Surroundings } from '../model/execution';
import type { FlowDefinition } from '../model/flow-definition';

/** Widgets of a flow, each run of a subflow counted with all of its own (https://www.twilio.com/docs/api/errors/81026). */
export function widgetCount({ states }: FlowDefinition, { findFlow }: Surroundings): number {
  return states.reduce((count, { type, properties }) => {
    const { flow_sid: flowSid, flow_revision: revision } = properties;
    if (type !== 'run-subflow' || typeof flowSid !== 'string' || typeof revision !== 'string') return count;
    return count + (findFlow(flowSid, revision)?.definition.states.length ?? 0);
  }, states.length);
}
