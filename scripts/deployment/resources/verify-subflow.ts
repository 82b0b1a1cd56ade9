import { studioFlow } from './studio-flow';

/** The reusable Verify subflow, wired with the functions' SIDs and URLs. */
export const verifySubflow = studioFlow({
  kind: 'Verify subflow',
  wanted: (want) => want.verifySubflow,
  had: (have) => have.verifySubflows,
  outputs: ({ sid, revision }) => ({ verifySubflowSid: sid, verifySubflowRevision: revision }),
});
