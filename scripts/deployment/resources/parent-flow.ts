import { studioFlow } from './studio-flow';

/** The IVR that callers reach, wired with the subflow's SID; its webhook is the number's voice URL. */
export const parentFlow = studioFlow({
  kind: 'Parent flow',
  wanted: (want) => want.parentFlow,
  had: (have) => have.parentFlows,
  outputs: ({ sid, webhookUrl }) => ({ parentFlow: { sid, webhookUrl } }),
});
