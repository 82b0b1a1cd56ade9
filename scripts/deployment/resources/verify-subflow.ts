import { studioFlow } from './studio-flow';

/**
 * The reusable Verify subflow, wired with the functions' SIDs and URLs. No caller reaches a new revision of it before the
 * parent names it: so both are valid before this one is published.
 */
export const verifySubflow = studioFlow({
  kind: 'Verify subflow',
  setting: 'VERIFY_SUBFLOW_SID',
  wanted: (want) => want.verifySubflow,
  had: (have) => have.verifySubflows,
  marked: ({ subflow }) => subflow,
  outputs: ({ sid, revision }) => ({
    verifySubflowSid: sid,
    ...(revision !== null && { verifySubflowRevision: revision }),
  }),
  publishedAfter: (want) => want.parentFlow,
});
