import { needed } from '../needed';
import { studioFlow } from './studio-flow';

/**
 * The flow that the REST API starts, and that takes a code from a reply or on a call: it stands alone, and needs no more than the
 * functions. Its webhook is for the messages of the number that it texts from; that is left to a person. It has no mark:
 * one request less, and its name and commit messages tell whose it is.
 */
export const replyFlow = studioFlow({
  kind: 'Reply flow',
  setting: 'OTP_BY_REPLY',
  wanted: (want) => needed(want.replyFlow),
  had: (have) => have.replyFlows ?? [],
  outputs: ({ sid, webhookUrl }) => ({ replyFlow: { sid, webhookUrl } }),
});
