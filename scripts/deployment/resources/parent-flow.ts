import { studioFlow } from './studio-flow';

/**
 * The IVR that callers reach, wired with the subflow's SID and revision: one publication switches callers from the old pair
 * of flows to the new one. Its webhook is the number's voice URL. Its commit messages tell which build a version ran with last: that
 * is what a rollback goes back to.
 */
export const parentFlow = studioFlow({
  kind: 'Parent flow',
  setting: 'PARENT_FLOW_SID',
  wanted: (want) => want.parentFlow,
  had: (have) => have.parentFlows,
  marked: ({ parent }) => parent,
  namesBuild: true,
  outputs: ({ sid, webhookUrl }) => ({ parentFlow: { sid, webhookUrl } }),
});
